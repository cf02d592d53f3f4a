package dev.sluice.ui.stage;

import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.release.Analysis;
import dev.sluice.release.Capacity;
import dev.sluice.release.Exit;
import dev.sluice.release.Happening;
import dev.sluice.release.Image;
import dev.sluice.release.ObjectVersion;
import dev.sluice.release.Owner;
import dev.sluice.release.PauseReason;
import dev.sluice.release.Phase;
import dev.sluice.release.PodHealth;
import dev.sluice.release.Progress;
import dev.sluice.release.ProgressDraft;
import dev.sluice.release.Reference;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseDraft;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Revision;
import dev.sluice.release.RevisionDraft;
import dev.sluice.release.Signs;
import dev.sluice.release.Step;
import dev.sluice.release.Strategy;
import dev.sluice.release.Traffic;
import dev.sluice.release.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Releases and measurements as they are on a screen in the middle of a day.
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-11-23T14:32:07Z");
  public static final ReleaseRef CHECKOUT = new ReleaseRef("prod-eu", "shop", "checkout");
  public static final ReleaseRef PAYMENTS = new ReleaseRef("prod-eu", "shop", "payments");
  public static final Owner ARGO = new Owner.ArgoCd("shop");

  /// How long a blue-green keeps the lane that serves no more.
  private static final Duration KEPT = Duration.ofMinutes(30);

  private static final String DIGEST =
      "sha256:ab12f09c77e1d4d0c9b6a5a1b35ad1e7f2d3c4b5a697887766554433221100ff";

  private Samples() {}

  /// The standard plan: 1 % 30 min, 10 % 1 h, 25 % 1 h, 50 % 2 h.
  public static Strategy standardPlan() {
    return new Strategy.Canary(
        List.of(
            new Step.SetWeight(1),
            pause(30),
            new Step.SetWeight(10),
            pause(60),
            new Step.SetWeight(25),
            pause(60),
            new Step.SetWeight(50),
            pause(120)),
        Optional.of("checkout-stable"),
        Optional.of("checkout-canary"),
        Optional.of("nginx"));
  }

  /// A canary of so many stages of an hour.
  private static Strategy longPlan(int stages) {
    List<Step> steps =
        IntStream.range(0, stages)
            .boxed()
            .flatMap(i -> Stream.<Step>of(new Step.SetWeight((i + 1) * 100 / stages), pause(60)))
            .toList();
    return new Strategy.Canary(
        steps, Optional.of("stable"), Optional.of("canary"), Optional.of("nginx"));
  }

  /// A canary of twenty stages whose names are as long as names get.
  public static Release longNamed() {
    var ref =
        new ReleaseRef(
            "production-europe-west-1-cluster-blue-with-a-long-name",
            "customer-facing-shop-namespace",
            "checkout-and-payment-orchestration-service-for-everyone");
    return canary(
        ref,
        longPlan(20),
        11,
        30,
        "2026.11.21-build.4711-release-candidate-3",
        "2026.11.23-build.4799-hotfix-for-the-hotfix-of-yesterday",
        ARGO);
  }

  /// At 10 % until a person promotes it.
  public static Release waiting() {
    var plan =
        new Strategy.Canary(
            List.of(new Step.SetWeight(10), new Step.Pause(Optional.empty())),
            Optional.of("checkout-stable"),
            Optional.of("checkout-canary"),
            Optional.of("nginx"));
    return canary(CHECKOUT, plan, 1, 10, "v1.8.3", "v1.9.0", ARGO);
  }

  /// At 10 %, 42:10 of an hour soaked.
  public static Release canary() {
    return canary(CHECKOUT, standardPlan(), 3, 10, "v1.8.3", "v1.9.0", ARGO);
  }

  public static Release canary(
      ReleaseRef ref,
      Strategy strategy,
      int step,
      int weight,
      String stable,
      String version,
      Owner owner) {
    var since = NOW.minus(Duration.ofSeconds(2530));
    return new Release(
        ref,
        new ObjectVersion("uid-1", "100", 7, 7),
        strategy,
        progress(Phase.PAUSED, step, List.of(new PauseReason("CanaryPauseStep", since)), false),
        List.of(
            revision(42, "b", version, 1, 1, age(strategy, step), crashed()),
            revision(41, "a", stable, 10, 10, Duration.ofDays(4), PodHealth.NONE)),
        Optional.of("a"),
        Optional.of("b"),
        new Traffic.Weighted(weight, weight),
        new Capacity(10, 11, 11, 1),
        owner,
        Optional.empty(),
        List.of(),
        OptionalInt.empty(),
        new Signs(
            Optional.empty(),
            List.of(
                Reference.of("runbook", "https://wiki.example/runbooks/checkout").orElseThrow(),
                Reference.of("dashboard", "https://graphs.example/d/checkout?var-ns=shop")
                    .orElseThrow())));
  }

  /// How old a revision is that has come to that step through all the pauses before it.
  private static Duration age(Strategy strategy, int step) {
    var steps = strategy instanceof Strategy.Canary canary ? canary.steps() : List.<Step>of();
    return steps.stream()
        .limit(step)
        .filter(Step.Pause.class::isInstance)
        .flatMap(pause -> ((Step.Pause) pause).duration().stream())
        .reduce(Duration.ofMinutes(45), Duration::plus);
  }

  /// On its way from 10 % to 25 %: two more pods start.
  public static Release moving() {
    return ReleaseDraft.of(
        canary(),
        draft -> {
          draft.progress(progress -> {
            progress.phase = Phase.PROGRESSING;
            progress.message = "more replicas need to be updated";
            progress.step = OptionalInt.of(4);
            progress.pauses = List.of();
          });
          draft.revisions =
              List.of(
                  revision(42, "b", "v1.9.0", 3, 1, Duration.ofMinutes(75), PodHealth.NONE),
                  draft.revisions.getLast());
          draft.traffic = new Traffic.Weighted(25, 10);
        });
  }

  /// At 100 %, where it soaks for two hours before it is through.
  public static Release everyone() {
    var plan =
        new Strategy.Canary(
            List.of(new Step.SetWeight(1), pause(30), new Step.SetWeight(100), pause(120)),
            Optional.of("checkout-stable"),
            Optional.of("checkout-canary"),
            Optional.of("nginx"));
    return canary(CHECKOUT, plan, 3, 100, "v1.8.3", "v1.9.0", ARGO);
  }

  /// To everyone at once, and there until a person promotes it.
  public static Strategy untilEveryone() {
    return new Strategy.Canary(
        List.of(new Step.SetWeight(100), new Step.Pause(Optional.empty())),
        Optional.of("checkout-stable"),
        Optional.of("checkout-canary"),
        Optional.of("nginx"));
  }

  /// The same release in another cluster: there at 25 % already, from another version.
  public static Release elsewhere(String context, int step, int weight, String stable) {
    var ref = new ReleaseRef(context, CHECKOUT.namespace(), CHECKOUT.name());
    return canary(ref, standardPlan(), step, weight, stable, "v1.9.0", ARGO);
  }

  /// The canary cannot start: its container crashes again and again.
  public static Release crashing() {
    return down(
        new PodHealth(
            1,
            0,
            6,
            crashed().lastExit(),
            Optional.of(new Waiting("checkout-b-x7k2p", "main", "CrashLoopBackOff"))));
  }

  /// The canary's pod runs, and has not been ready since then.
  public static Release unready(Instant since) {
    return down(
        new PodHealth(
            1, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(since)));
  }

  private static Release down(PodHealth pods) {
    return ReleaseDraft.of(
        canary(),
        draft ->
            draft.revisions =
                List.of(
                    revision(42, "b", "v1.9.0", 1, 0, Duration.ofMinutes(75), pods),
                    draft.revisions.getLast()));
  }

  /// What a crashing container wrote.
  public static List<String> log() {
    return IntStream.range(0, 60)
        .mapToObj(i ->
            i == 59
                ? "14:28:59.920 FATAL main  java.lang.OutOfMemoryError: Java heap space"
                : "14:28:%02d.%03d WARN  cart  still 4 811 carts in memory, evicting slowly"
                    .formatted(i, i * 13 % 1000))
        .toList();
  }

  /// Aborted at 10 %, all traffic on stable.
  public static Release aborted() {
    return ReleaseDraft.of(
        canary(),
        draft -> {
          draft.progress = progress(Phase.DEGRADED, 0, List.of(), true);
          draft.traffic = new Traffic.Weighted(0, 0);
        });
  }

  /// Aborted that long ago, all traffic on stable.
  public static Release aborted(Duration ago) {
    return ReleaseDraft.of(
        aborted(),
        draft -> draft.progress(progress -> progress.abortedAt = Optional.of(NOW.minus(ago))));
  }

  /// Taken back in the practice cluster.
  public static Release abortedInTheDrill() {
    return ReleaseDraft.of(
        aborted(),
        draft -> draft.ref = new ReleaseRef("drill", draft.ref.namespace(), draft.ref.name()));
  }

  /// Aborted, while some users are still on it.
  public static Release aborting() {
    return ReleaseDraft.of(aborted(), draft -> draft.traffic = new Traffic.Weighted(0, 4));
  }

  /// The canary, with another stable revision than before.
  public static Release onto(String hash, String version) {
    return ReleaseDraft.of(
        canary(),
        draft -> {
          draft.revisions =
              List.of(
                  draft.revisions.getFirst(),
                  revision(43, hash, version, 10, 10, Duration.ofDays(1), PodHealth.NONE));
          draft.stableHash = Optional.of(hash);
        });
  }

  /// Somebody has stopped it at 10 %.
  public static Release pausedByHand() {
    return ReleaseDraft.of(
        canary(),
        draft ->
            draft.progress(progress -> {
              progress.paused = true;
              progress.pauses = List.of();
            }));
  }

  /// Finished, nothing on its way.
  public static Release finished(ReleaseRef ref, String version) {
    return new Release(
        ref,
        new ObjectVersion("uid-" + ref.name(), "100", 7, 7),
        standardPlan(),
        progress(Phase.HEALTHY, 8, List.of(), false),
        List.of(
            revision(42, "b", version, 4, 4, Duration.ofDays(2), PodHealth.NONE),
            revision(41, "a", "v1.0.0", 0, 0, Duration.ofDays(9), PodHealth.NONE)),
        Optional.of("b"),
        Optional.of("b"),
        new Traffic.Weighted(100, 100),
        new Capacity(4, 4, 4, 4),
        new Owner.Nobody(),
        Optional.empty(),
        List.of(),
        OptionalInt.empty(),
        Signs.NONE);
  }

  /// Finished with that revision in use, of all these.
  public static Release finished(ReleaseRef ref, String hash, List<Revision> revisions) {
    return ReleaseDraft.of(
        finished(ref, "v2"),
        draft -> {
          draft.revisions = revisions;
          draft.hashes(hash, hash);
        });
  }

  /// Green ready behind the preview, blue serves.
  public static Release blueGreen() {
    return lanes("a", "b", Optional.empty());
  }

  /// Green has served for 2:17, blue is kept for 27:43 more.
  public static Release switched() {
    return switched(Duration.ofSeconds(137));
  }

  /// Green has served for that long.
  public static Release switched(Duration since) {
    return lanes("b", "b", Optional.of(NOW.plus(KEPT).minus(since)));
  }

  /// Green has served for that long, and blue is gone.
  public static Release switchedLongAgo(Duration since) {
    return ReleaseDraft.of(
        switched(),
        draft -> {
          draft.progress(progress -> progress.completedAt = Optional.of(NOW.minus(since)));
          draft.revisions =
              List.of(
                  draft.revisions.getFirst(),
                  revision(17, "a", "v1.5.0", 0, 0, Duration.ofDays(3), PodHealth.NONE));
        });
  }

  /// Blue has served again for 2:17, under a new number; green is kept.
  public static Release switchedBack() {
    var until = Optional.of(NOW.plus(KEPT).minusSeconds(137));
    return lanes(
        "a",
        "a",
        false,
        List.of(
            revision(19, "a", "v1.5.0", 8, 8, Duration.ofDays(3), PodHealth.NONE),
            kept(
                revision(18, "b", "v1.6.0", 8, 8, Duration.ofMinutes(20), PodHealth.NONE), until)));
  }

  private static Release lanes(String stable, String current, Optional<Instant> scaleDown) {
    return lanes(
        stable,
        current,
        scaleDown.isEmpty(),
        List.of(
            revision(18, "b", "v1.6.0", 8, 8, Duration.ofMinutes(20), PodHealth.NONE),
            kept(
                revision(17, "a", "v1.5.0", 8, 8, Duration.ofDays(3), PodHealth.NONE), scaleDown)));
  }

  private static Release lanes(
      String stable, String current, boolean before, List<Revision> revisions) {
    var pause = new PauseReason("BlueGreenPause", NOW.minus(Duration.ofMinutes(6)));
    return new Release(
        PAYMENTS,
        new ObjectVersion("uid-2", "100", 7, 7),
        new Strategy.BlueGreen("payments", Optional.of("payments-preview"), Optional.empty(), KEPT),
        ProgressDraft.of(progress -> {
          progress.phase = before ? Phase.PAUSED : Phase.HEALTHY;
          progress.pauses = before ? List.of(pause) : List.of();
        }),
        revisions,
        Optional.of(stable),
        Optional.of(current),
        new Traffic.Switched(Optional.of(stable), Optional.of(current)),
        new Capacity(8, 16, 16, 8),
        new Owner.Nobody(),
        Optional.empty(),
        List.of(),
        OptionalInt.empty(),
        Signs.NONE);
  }

  /// An hour and five minutes of all four signals, with a gap on the canary's side.
  public static Readings readings() {
    return readings(0.0048, 0.0061);
  }

  public static Readings readings(double stableErrors, double canaryErrors) {
    return new Readings(
        NOW.minus(Duration.ofMinutes(65)),
        NOW,
        Map.of(
            Signal.ERROR_RATE,
            new Readings.Pair(series(1, canaryErrors, .3, .1), series(2, stableErrors, .25, 0)),
            Signal.LATENCY_P99,
            new Readings.Pair(series(3, .412, .09, .1), series(4, .388, .07, 0)),
            Signal.REQUESTS,
            new Readings.Pair(series(5, 118, .05, .1), series(6, 1062, .02, 0)),
            Signal.SATURATION,
            new Readings.Pair(series(7, .44, .08, .1), series(8, .41, .07, 0))),
        List.of(),
        new Readings.Sides(Optional.of("b"), Optional.of("a")));
  }

  /// Of a canary that was aborted two minutes ago, and that nobody is on since.
  public static Readings abortedReadings() {
    return until(NOW.minus(Duration.ofMinutes(2)));
  }

  /// Of a canary that has had no pod to answer for three minutes.
  public static Readings crashedReadings() {
    return until(NOW.minus(Duration.ofMinutes(3)));
  }

  private static Readings until(Instant since) {
    var all = readings();
    return new Readings(
        all.from(),
        all.to(),
        all.pairs().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    pair ->
                        new Readings.Pair(
                            where(pair.getValue().canary(), since, NOW, false, Double.NaN),
                            pair.getValue().stable()))),
        List.of(),
        all.sides());
  }

  /// Of a blue-green whose green has served everybody for 2:17, and before that nobody.
  public static Readings switchedReadings(double greenErrors) {
    return lanes(greenErrors, NOW.minusSeconds(137), NOW);
  }

  /// Of a blue-green whose green was over its limit just now for the first time.
  public static Readings justOverReadings() {
    return justNow(switchedReadings(0.005), Signal.ERROR_RATE, 0.07);
  }

  /// Of a canary whose p99 was over its limit just now for the first time.
  public static Readings justSlowReadings() {
    return justNow(readings(), Signal.LATENCY_P99, 2.01);
  }

  /// Those, but for the canary's last value of that signal.
  private static Readings justNow(Readings good, Signal signal, double last) {
    var canary = good.pair(signal).canary();
    long[] times = new long[canary.size()];
    double[] values = new double[canary.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = canary.time(i);
      values[i] = i == times.length - 1 ? last : canary.value(i);
    }
    var pairs = new HashMap<>(good.pairs());
    pairs.put(signal, new Readings.Pair(new Series(times, values), good.pair(signal).stable()));
    return new Readings(good.from(), good.to(), pairs, List.of(), good.sides());
  }

  /// Of a canary that has had everybody for 42 minutes.
  public static Readings everyoneReadings() {
    return lanes(0.0046, NOW.minusSeconds(2530), NOW);
  }

  /// Of one whose green is ready, and nobody is on it yet.
  public static Readings previewReadings() {
    return lanes(0.005, NOW.plusSeconds(1), NOW.plusSeconds(1));
  }

  /// Of one whose blue serves everybody again after green has had them for 18 minutes.
  public static Readings backReadings() {
    return lanes(0.07, NOW.minus(Duration.ofMinutes(20)), NOW.minusSeconds(137));
  }

  /// Green serves everybody between those moments, and blue at all others.
  private static Readings lanes(double greenErrors, Instant from, Instant to) {
    var pairs =
        Map.of(
            Signal.ERROR_RATE,
            new Readings.Pair(series(1, greenErrors, .1, 0), series(2, 0.0048, .25, 0)),
            Signal.LATENCY_P99,
            new Readings.Pair(series(3, .412, .09, 0), series(4, .388, .07, 0)),
            Signal.REQUESTS,
            new Readings.Pair(series(5, 1180, .02, 0), series(6, 1180, .02, 0)),
            Signal.SATURATION,
            new Readings.Pair(series(7, .44, .08, 0), series(8, .41, .07, 0)));
    return new Readings(
        NOW.minus(Duration.ofMinutes(65)),
        NOW,
        pairs.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    pair -> {
                      boolean requests = pair.getKey() == Signal.REQUESTS;
                      double none = requests ? 0 : Double.NaN;
                      return new Readings.Pair(
                          where(pair.getValue().canary(), from, to, true, none),
                          where(pair.getValue().stable(), from, to, false, none));
                    })),
        List.of(),
        new Readings.Sides(Optional.of("b"), Optional.of("a")));
  }

  /// @param none what is measured of a lane that nobody is on
  private static Series where(Series all, Instant from, Instant to, boolean inside, double none) {
    long[] times = new long[all.size()];
    double[] values = new double[all.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = all.time(i);
      boolean within = times[i] >= from.toEpochMilli() && times[i] <= to.toEpochMilli();
      values[i] = within == inside ? all.value(i) : none;
    }
    return new Series(times, values);
  }

  /// The metrics server answered, with nothing.
  public static Readings nothing() {
    return new Readings(NOW.minus(Duration.ofMinutes(65)), NOW, Map.of(), List.of());
  }

  /// What has happened to that release.
  public static List<Happening> happenings(Release release) {
    if (release.strategy() instanceof Strategy.BlueGreen) {
      return switching(release);
    } else if (!release.updating()) {
      return List.of(acted(2 * 24 * 60, "alice", "PromotedFully", "done"));
    }
    int weight = release.traffic() instanceof Traffic.Weighted(_, int served) ? served : 0;
    var told = release.progress().aborted() ? happenings() : happenings(weight);
    return release.progress().aborted()
        ? Stream.concat(told.stream(), Stream.of(acted(2, "alice", "Aborted", "done"))).toList()
        : told;
  }

  private static List<Happening> switching(Release release) {
    var ready =
        happening(19, "rollouts-controller", "RolloutPaused", "green is ready and waits", false);
    if (release.updating()) {
      return List.of(ready);
    }
    boolean back = release.stableHash().equals(Optional.of("a"));
    return back
        ? List.of(
            acted(19, "bob", "Promoted", "switched to v1.6.0"),
            acted(2, "alice", "RolledBack", "serving 100 % v1.5.0"))
        : List.of(ready, acted(2, "alice", "Promoted", "switched to v1.6.0"));
  }

  public static List<Happening> happenings() {
    return happenings(10);
  }

  private static List<Happening> happenings(int weight) {
    return List.of(
        happening(62, "argocd", "Sync", "rollout started by Argo CD", false),
        step(60, 1),
        acted(43, "alice", "Promoted", "seen in the cluster · accepted +41 ms · traffic +1.8 s"),
        step(42, weight),
        acted(21, "bob", "PausedByHand", "done · “waiting for the cart team”"),
        acted(19, "bob", "Resumed", "done"),
        happening(3, "kubelet", "BackOff", "back-off restarting container main", true));
  }

  /// What a person did with a console.
  public static Happening acted(int minutesAgo, String actor, String reason, String message) {
    var plain = happening(minutesAgo, "sluice", reason, message, false);
    return new Happening(
        plain.id(),
        plain.at(),
        plain.source(),
        plain.reason(),
        plain.message(),
        false,
        1,
        Optional.of(actor),
        OptionalInt.empty());
  }

  private static Happening step(int minutesAgo, int weight) {
    var plain =
        happening(
            minutesAgo,
            "rollouts-controller",
            "RolloutStepCompleted",
            "Rollout step completed (setWeight: " + weight + ")",
            false);
    return new Happening(
        plain.id(),
        plain.at(),
        plain.source(),
        plain.reason(),
        plain.message(),
        false,
        1,
        Optional.empty(),
        OptionalInt.of(weight));
  }

  /// What the engine measures: an analysis with a good and a bad metric, and an experiment.
  public static List<Analysis> analyses() {
    return List.of(
        new Analysis(
            "checkout-b-42-2",
            Analysis.Kind.ANALYSIS_RUN,
            "b",
            "Running",
            "",
            List.of(
                metric("success-rate", "result[0] >= 0.95", 0.99, 0.02, 0.97),
                metric("cart-errors", "result[0] <= 0.05", 0.03, 0.04, 0.051)),
            Optional.of(NOW.minus(Duration.ofMinutes(42))),
            Optional.empty()),
        new Analysis(
            "checkout-baseline",
            Analysis.Kind.EXPERIMENT,
            "b",
            "Successful",
            "",
            List.of(),
            Optional.of(NOW.minus(Duration.ofMinutes(58))),
            Optional.of(NOW.minus(Duration.ofMinutes(46)))));
  }

  /// One measurement may fail: a metric that failed as a whole would have ended its run.
  private static Analysis.Metric metric(
      String name, String condition, double from, double swing, double last) {
    var random = new Random(name.hashCode());
    List<Analysis.Measurement> looks = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      double value = i == 8 ? last : from - swing * random.nextDouble();
      boolean good = condition.contains(">=") ? value >= 0.95 : value <= 0.05;
      looks.add(
          new Analysis.Measurement(
              good ? "Successful" : "Failed",
              OptionalDouble.of(value),
              NOW.minus(Duration.ofMinutes(41 - 5L * i))));
    }
    int good = (int) looks.stream().filter(look -> look.phase().equals("Successful")).count();
    return new Analysis.Metric(
        name, "Running", 9, good, 9 - good, 0, 0, condition, looks, false, "");
  }

  /// A canary that the engine analyses.
  public static Release analysed() {
    return analysed(analyses());
  }

  /// A canary whose analysis has just failed; the engine has not acted on it yet.
  public static Release failedAnalysis() {
    return analysed(List.of(failedRun()));
  }

  /// Aborted by the engine, since its analysis failed, while some users are still on it.
  public static Release abortedByAnalysis() {
    Release at = aborting();
    return with(at, List.of(failedRun()));
  }

  private static Analysis failedRun() {
    return new Analysis(
        "checkout-b-42-2",
        Analysis.Kind.ANALYSIS_RUN,
        "b",
        "Failed",
        "Metric \"cart-errors\" assessed Failed due to failed (2) > failureLimit (1)",
        List.of(
            new Analysis.Metric("success-rate", "Successful", 9, 9, 0, 0, 0),
            new Analysis.Metric("cart-errors", "Failed", 9, 7, 2, 0, 0)),
        Optional.of(NOW.minus(Duration.ofMinutes(42))),
        Optional.of(NOW.minusSeconds(20)));
  }

  /// The canary with those.
  public static Release analysed(List<Analysis> runs) {
    return with(canary(), runs);
  }

  private static Release with(Release at, List<Analysis> runs) {
    return ReleaseDraft.of(at, draft -> draft.analyses = runs);
  }

  public static Revision revision(
      int number, String hash, String tag, int desired, int ready, Duration age, PodHealth pods) {
    var image = new Image("main", "registry.example/shop/checkout:" + tag + "@" + digest(tag));
    var counted =
        new PodHealth(
            Math.max(desired, ready),
            ready,
            pods.restarts(),
            pods.lastExit(),
            pods.waiting(),
            pods.moved(),
            pods.unreadySince());
    return new Revision(
        number,
        hash,
        "checkout-" + hash,
        List.of(image),
        NOW.minus(age),
        desired,
        ready,
        ready,
        counted,
        Optional.empty());
  }

  /// Another version is another image.
  private static String digest(String tag) {
    return tag.equals("v1.9.0")
        ? DIGEST
        : DIGEST.replace("ab12", "%04x".formatted(tag.hashCode() & 0xffff));
  }

  private static Revision kept(Revision r, Optional<Instant> until) {
    return RevisionDraft.of(r, revision -> revision.scaleDownAt = until);
  }

  private static Progress progress(
      Phase phase, int step, List<PauseReason> pauses, boolean aborted) {
    return ProgressDraft.of(progress -> {
      progress.phase = phase;
      progress.message = aborted ? "RolloutAborted: aborted by alice" : "";
      progress.step = OptionalInt.of(step);
      progress.pauses = pauses;
      progress.aborted = aborted;
      progress.abortedAt = Optional.of(NOW.minusSeconds(90)).filter(_ -> aborted);
    });
  }

  private static PodHealth crashed() {
    var exit = new Exit("checkout-b-x7k2p", "main", "OOMKilled", 137, NOW.minusSeconds(190));
    return new PodHealth(1, 1, 2, Optional.of(exit));
  }

  private static Step pause(int minutes) {
    return new Step.Pause(Optional.of(Duration.ofMinutes(minutes)));
  }

  private static Happening happening(
      int minutesAgo, String source, String reason, String message, boolean warning) {
    return new Happening(
        reason + minutesAgo,
        NOW.minus(Duration.ofMinutes(minutesAgo)),
        source,
        reason,
        message,
        warning,
        1);
  }

  /// @param swing relative to the base
  /// @param start share of the stretch before the first value
  private static Series series(long seed, double base, double swing, double start) {
    int points = 780;
    var random = new Random(seed);
    long[] times = new long[points];
    double[] values = new double[points];
    long from = NOW.minus(Duration.ofMinutes(65)).toEpochMilli();
    double drift = 0;
    for (int i = 0; i < points; i++) {
      times[i] = from + (i + 1) * 5_000L;
      drift = 0.88 * drift + 0.35 * random.nextGaussian();
      double share = (double) i / points;
      boolean gap = share < start || (start > 0 && share > 0.62 && share < 0.66);
      values[i] = gap ? Double.NaN : Math.max(0, base * (1 + swing * drift));
    }
    return new Series(times, values);
  }
}
