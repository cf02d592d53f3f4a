package dev.sluice.ui.release;

import dev.sluice.conduct.Conduct;
import dev.sluice.conduct.NextStep;
import dev.sluice.conduct.Position;
import dev.sluice.conduct.Stage;
import dev.sluice.conduct.StagePlan;
import dev.sluice.conduct.WeightCourse;
import dev.sluice.gate.Finding;
import dev.sluice.gate.Tally;
import dev.sluice.release.Phase;
import dev.sluice.release.Release;
import dev.sluice.release.Setback;
import dev.sluice.release.Step;
import dev.sluice.release.Strategy;
import dev.sluice.release.Traffic;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.GateView;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.StageView;
import dev.sluice.ui.control.StageView.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Makes the track of a canary.
///
/// @param gates those before the next promotion, as the card beside the charts shows them
/// @param tally how many of them there are and how they stand; empty while that is not known
/// @param next what comes next
/// @param trouble what is bad about it in a word or two, if anything is
/// @param returning whether a rollback of it is on its way to the cluster
/// @param course the weights that it is known to have had
/// @param now server time
record Routes(
    Release release,
    List<GateView> gates,
    Optional<Tally> tally,
    NextStep next,
    Optional<String> trouble,
    boolean returning,
    WeightCourse course,
    Instant now) {

  static RouteView of(
      Release release,
      LanePair lanes,
      List<Finding> findings,
      NextStep next,
      Optional<String> trouble,
      boolean returning,
      WeightCourse course,
      Optional<Staleness> stale,
      Instant now) {
    var gates = findings.stream().map(finding -> Sides.gate(finding, stale, now)).toList();
    var routes =
        new Routes(
            release,
            gates,
            stale.isPresent() ? Optional.empty() : Optional.of(Tally.of(findings)),
            next,
            trouble,
            returning,
            course,
            now);
    return switch (release.strategy()) {
      case Strategy.Canary canary ->
          new RouteView.Track(
              Position.of(release, now)
                  .map(at -> routes.stages(canary.steps(), at))
                  .orElse(List.of()));
      case Strategy.BlueGreen _ -> new RouteView.Lanes(lanes.views(trouble, now));
    };
  }

  private List<StageView> stages(List<Step> steps, Position at) {
    List<List<Step>> parts = StagePlan.split(steps);
    List<Stage> plan = at.plan().stages();
    List<StageView> stages = new ArrayList<>();
    int current = release.progress().aborted() ? left(plan) : at.stage();
    for (int i = 0; i < plan.size(); i++) {
      Stage stage = plan.get(i);
      String weight = Wording.percent(stage.weight());
      if (i < current) {
        stages.add(still(weight, Place.DONE, soak(stage), ""));
      } else if (i == current) {
        stages.add(current(at, stage, checks(parts, i)));
      } else {
        boolean last = i == plan.size() - 1;
        String line = last ? end(at) : soak(stage);
        boolean following = i == at.stage() + 1 && release.updating();
        String foot = following ? foot() : checks(parts, i);
        Place place = following && looming().isPresent() ? Place.AGAINST : Place.NEXT;
        stages.add(still(weight, place, line, foot));
      }
    }
    return stages;
  }

  /// The stage that it was aborted at: the engine puts it back to its beginning at once. None where
  /// nothing tells of it.
  private int left(List<Stage> plan) {
    var weight =
        release
            .current()
            .map(one -> course.left(one, release.progress().abortedAt().orElse(now)))
            .orElse(OptionalInt.empty());
    return weight.isEmpty()
        ? -1
        : (int) plan.stream().filter(stage -> stage.weight() <= weight.getAsInt()).count() - 1;
  }

  private String foot() {
    if (returning || release.progress().aborted()) {
      return "";
    }
    if (tally.isEmpty()) {
      return unheard();
    }
    if (failed().isPresent()) {
      return never();
    }
    return looming()
        .map(clock -> Texts.of("stage.next.unless", clock.left()))
        .orElseGet(() -> following(tally.get().holding()));
  }

  private String following(int holding) {
    return switch (next) {
      case NextStep.GoBack _ -> never();
      case NextStep.Soak(var left, _) -> Texts.of("stage.next.in", left);
      case NextStep.Timed(var left, _) when holding > 0 ->
          Texts.of("stage.next.against", left, holding);
      case NextStep.Timed(var left, _) -> Texts.of("stage.next.in", left);
      case NextStep.Person _ when holding > 0 -> waits();
      case NextStep.Person _ -> Texts.of("stage.next.person");
      case NextStep.Engine _ when holding > 0 -> Texts.of("stage.next.engine", holding);
      case NextStep.Promote _,
          NextStep.Held _,
          NextStep.Trial _,
          NextStep.Engine _,
          NextStep.Rest _ ->
          waits();
    };
  }

  /// The engine's clock runs on whether the cluster is heard or not.
  private String unheard() {
    return Conduct.clock(release, now)
        .map(clock -> Texts.of("stage.next.at", Wording.time(now.plus(clock.left()), now)))
        .orElseGet(() -> Texts.of("stage.next.stale"));
  }

  /// What the engine does by its clock although something is bad, unless a person acts.
  private Optional<NextStep.Timed> looming() {
    return tally.isEmpty() || returning || trouble.isEmpty()
        ? Optional.empty()
        : Conduct.clock(release, now);
  }

  private String never() {
    return Texts.of("stage.next.never", Wording.version(release.current()));
  }

  private Optional<Setback> failed() {
    return Setback.of(release, Setback.Kind.FAILED);
  }

  /// The engine goes by its own analysis, whatever the gates say.
  private List<GateView> marks() {
    var analysis =
        failed()
            .map(one ->
                new GateView(
                    Mark.BAD,
                    Texts.of("runs.analysis"),
                    Texts.of(one.words()),
                    Texts.of(one.detail())));
    return Stream.concat(analysis.stream(), gates.stream()).toList();
  }

  private String waits() {
    int gates = tally.map(Tally::holding).orElse(0);
    return gates == 0 ? Texts.of("stage.next") : Texts.of("stage.next.missing", gates);
  }

  /// How many of the gates pass. None that cannot be measured before users come counts against it.
  private String passing() {
    if (failed().isPresent()) {
      return Texts.of("stage.bad.analysis");
    }
    return tally.map(Routes::passing).orElseGet(() -> Texts.of("stage.gates.unknown"));
  }

  private static String passing(Tally gates) {
    return gates.later() == gates.asked()
        ? Texts.of("stage.gates.later")
        : Texts.of("stage.gates", gates.passed(), gates.asked(), gates.later());
  }

  private static String checks(List<List<Step>> parts, int stage) {
    List<String> templates = stage < parts.size() ? analyses(parts.get(stage)) : List.of();
    return templates.isEmpty() ? "" : Texts.of("stage.analysis", String.join(", ", templates));
  }

  private static List<String> analyses(List<Step> part) {
    return part.stream()
        .filter(Step.Analysis.class::isInstance)
        .flatMap(step -> ((Step.Analysis) step).templates().stream())
        .toList();
  }

  private StageView current(Position at, Stage stage, String checks) {
    String weight = Wording.percent(stage.weight());
    String served =
        release.traffic() instanceof Traffic.Weighted(_, int share)
            ? Texts.of("stage.really", Wording.percent(share))
            : "";
    if (release.takenBack()) {
      return still(weight, Place.LEFT, Texts.line(Wording.back(release, now)), "");
    }
    if (release.progress().aborted()) {
      return still(weight, Place.BROKEN, Texts.of("stage.aborted", served), "");
    }
    if (returning) {
      String line = Texts.of("stage.returning", served);
      return new StageView(
          weight, place(), trouble.orElse(""), line, OptionalDouble.empty(), "", List.of(), "");
    }
    Optional<Duration> soak = stage.soak().filter(s -> !s.isZero());
    return new StageView(
        weight,
        place(),
        trouble.map(this::bad).orElseGet(() -> note(release, stage)),
        clock(at, stage, served),
        share(at, soak),
        checks,
        marks(),
        passing());
  }

  private String bad(String trouble) {
    return release.progress().paused() ? Texts.of("stage.bad.paused", trouble) : trouble;
  }

  private Place place() {
    if (release.progress().phase() == Phase.DEGRADED) {
      return Place.BROKEN;
    }
    return trouble.isPresent() ? Place.BAD : Place.NOW;
  }

  private static String note(Release release, Stage stage) {
    if (release.progress().paused()) {
      return Texts.of("stage.paused.person");
    } else if (release.progress().promoteFull()) {
      return Texts.of("stage.full");
    } else if (release.progress().pauses().isEmpty()) {
      return "";
    }
    return stage.soak().isEmpty() ? Texts.of("stage.waits") : Texts.of("stage.soaking");
  }

  private static String clock(Position at, Stage stage, String served) {
    if (at.soaked().isEmpty()) {
      return Texts.of("stage.moving", served);
    }
    String soaked = Figures.clock(at.soaked().get());
    return stage.soak().filter(s -> !s.isZero()).isPresent()
        ? Texts.of("stage.clock", soaked, stage.soak().get(), served)
        : Texts.of("stage.since", at.soaked().get(), served);
  }

  private static OptionalDouble share(Position at, Optional<Duration> soak) {
    if (soak.isEmpty() || at.soaked().isEmpty()) {
      return OptionalDouble.empty();
    }
    double share = (double) at.soaked().get().toMillis() / soak.get().toMillis();
    return OptionalDouble.of(Math.min(1, share));
  }

  private static StageView still(String weight, Place place, String line, String foot) {
    return new StageView(weight, place, "", line, OptionalDouble.empty(), foot, List.of(), "");
  }

  /// How long it lasts; nothing where it lasts until somebody promotes it.
  private static String soak(Stage stage) {
    return stage.soak().filter(soak -> !soak.isZero()).map(soak -> Texts.of(soak)).orElse("");
  }

  /// Whether anything stands against its going on, so that no time can be told.
  private boolean halts() {
    return returning
        || release.progress().paused()
        || release.progress().aborted()
        || trouble.isPresent()
        || failed().isPresent()
        || tally.filter(gates -> gates.holding() > 0).isPresent();
  }

  /// When everyone will have it, if nothing holds it up: only where every soak has its time.
  private String end(Position at) {
    List<Stage> left = at.plan().stages().subList(at.stage(), at.plan().stages().size());
    boolean timed = left.stream().allMatch(stage -> stage.soak().isPresent());
    if (!timed || halts()) {
      return Texts.of("stage.everyone");
    }
    Duration wait =
        left.stream()
            .map(stage -> stage.soak().orElseThrow())
            .reduce(Duration.ZERO, Duration::plus);
    Duration rest = wait.minus(at.soaked().orElse(Duration.ZERO));
    return Texts.of(
        "stage.end",
        Wording.time(now.plus(rest.isNegative() ? Duration.ZERO : rest), now),
        Wording.clock(release));
  }
}
