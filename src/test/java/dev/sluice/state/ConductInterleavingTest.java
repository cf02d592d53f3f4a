package dev.sluice.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Order;
import dev.sluice.act.Receipt;
import dev.sluice.act.Write;
import dev.sluice.cluster.policy.YamlPolicies;
import dev.sluice.fuzz.Dice;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.policy.PolicyBook;
import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Several who conduct one release, in thousands of orders of events: sights also old ones, answers
/// also lost ones, requests that arrive late, and any of them killed at any moment and begun anew
/// with nothing but what the cluster says.
class ConductInterleavingTest {

  private static final int SEEDS = Integer.getInteger("sluice.seeds", 150);
  private static final ReleaseRef REF = Releases.CHECKOUT;
  private static final String POLICY =
      """
      apiVersion: sluice.dev/v1
      kind: Policy
      automation: {promotion: true}
      gates: {soak: {required: true}, freshData: {required: false}}
      stages:
        - {weight: 10, soak: 20s}
        - {weight: 25, soak: 20s}
        - {weight: 50, soak: 20s}
        - {weight: 100, soak: 0s}
      """;
  private static final PolicyBook BOOK =
      PolicyBook.of(
          List.of(
              new PolicyBook.Entry("shop", "checkout", new YamlPolicies().document("p", POLICY))));

  @Test
  void aHealthyReleaseIsBroughtThroughWithoutSkippingOrRepeatingAStep() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var run = new Run(seed, Integer.MAX_VALUE);
      run.storm(400);
      run.calm();

      assertThat(run.cluster.broken).as(run.story()).isFalse();
      assertThat(run.cluster.applied)
          .as(run.story())
          .containsExactly("advance from 1", "advance from 3", "advance from 5");
    }
  }

  @Test
  void oneThatTurnsBadGoesBackOnceAndNobodyPromotesItAfterwards() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var run = new Run(seed, Dice.of(seed).nextInt(300));
      run.storm(400);
      run.calm();

      assertThat(run.cluster.broken).as(run.story()).isFalse();
      var applied = run.cluster.applied;
      if (applied.contains("back")) {
        assertThat(applied).as(run.story()).doesNotHaveDuplicates().endsWith("back");
      } else {
        assertThat(applied).as(run.story()).hasSize(3);
      }
    }
  }

  /// One seeded run.
  private static final class Run {
    final Conducted cluster = new Conducted();
    private final Random random;
    private final int turnsBad;
    private final List<String> told = new ArrayList<>();
    private final List<One> ones = new ArrayList<>();
    private final List<Flying> late = new ArrayList<>();
    private Instant now = Releases.NOON;
    private int born;
    private int steps;

    Run(long seed, int turnsBad) {
      this.random = Dice.of(seed);
      this.turnsBad = turnsBad;
      told.add("seed " + seed);
      IntStream.range(0, 3).forEach(_ -> ones.add(begin()));
    }

    private record Flying(Release seen, Write write) {}

    /// One process.
    private static final class One {
      final String name;
      final Console console = new Console(Conducted::next);

      One(String name) {
        this.name = name;
      }
    }

    private One begin() {
      var one = new One("p" + born++);
      one.console.now = now;
      one.console.on(new Event.Listed(Console.PROD, List.of(cluster.now())));
      one.console.hear();
      one.console.on(new Event.Ruled(Console.PROD, BOOK));
      one.console.on(new Event.Opened(REF));
      one.console.on(new Event.Steer(REF, true));
      one.console.on(new Event.StandBy(REF, true));
      told.add(now + " " + one.name + " begins");
      return one;
    }

    void storm(int many) {
      for (steps = 0; steps < many; steps++) {
        now = now.plusMillis(random.nextInt(600));
        int which = random.nextInt(ones.size());
        var one = ones.get(which);
        one.console.now = now;
        switch (random.nextInt(14)) {
          case 0, 1 -> on(one, new Event.Seen(cluster.now()));
          case 2 -> on(one, new Event.Seen(old()));
          case 3, 4 -> on(one, new Event.Tick());
          case 5 -> on(one, new Event.Read(REF, readings()));
          case 6 -> on(one, uncounted());
          case 7, 8 -> answer(one, true);
          case 9 -> answer(one, false);
          case 10 -> cluster.reconcile(now);
          case 11 -> cluster.churn();
          case 12 -> kill(which);
          default -> arrive();
        }
        one.console.hear();
      }
    }

    /// Everything is answered at once and nobody is killed any more.
    void calm() {
      for (int i = 0; i < 600 && !cluster.over(); i++, steps++) {
        now = now.plusMillis(500);
        arrive();
        cluster.reconcile(now);
        for (var one : ones) {
          one.console.now = now;
          one.console.hear();
          on(one, new Event.Seen(cluster.now()));
          on(one, uncounted());
          on(one, new Event.Read(REF, readings()));
          on(one, new Event.Tick());
          answer(one, true);
        }
      }
    }

    /// There are no counters; the limits alone decide.
    private Event uncounted() {
      return new Event.Judged(
          REF, new Judgement(cluster.now().currentHash(), List.of(), Optional.empty(), now));
    }

    private void on(One one, Event event) {
      one.console.on(event);
    }

    private Release old() {
      return cluster.history.get(random.nextInt(cluster.history.size()));
    }

    /// What it asked for is carried out, and answered if it is to be.
    private void answer(One one, boolean heard) {
      var all = List.copyOf(one.console.effects);
      one.console.effects.clear();
      for (var effect : all) {
        switch (effect) {
          case Effect.Carry(long id, Order.Send(var seen, var write)) -> {
            told.add(
                now
                    + " "
                    + one.name
                    + " "
                    + write.verb()
                    + " on "
                    + seen.version().resourceVersion());
            boolean arrives = heard || random.nextBoolean();
            var answer = arrives ? cluster.send(seen, write, now) : Result.<Receipt>failed(lost());
            on(one, new Event.Replied(id, heard ? answer : Result.failed(lost())));
          }
          case Effect.Carry(long id, Order.Read _) ->
              on(
                  one,
                  new Event.Reread(id, heard ? Result.ok(cluster.now()) : Result.failed(lost())));
          case Effect.Campaign _ ->
              on(
                  one,
                  new Event.Led(
                      REF,
                      heard ? Result.ok(cluster.campaign(one.name, now)) : Result.failed(lost())));
          case Effect.Draw _,
              Effect.AskPermissions _,
              Effect.Attention _,
              Effect.SeekReports _,
              Effect.StepDown _,
              Effect.Sign _,
              Effect.FetchLog _,
              Effect.Note _ -> {}
        }
      }
    }

    private static Failure lost() {
      return new Failure.Unknown("prod", Words.of("api.timeout"));
    }

    /// What a killed process had sent may still arrive.
    private void kill(int which) {
      for (var effect : ones.get(which).console.effects) {
        if (effect instanceof Effect.Carry(_, Order.Send(var seen, var write))) {
          late.add(new Flying(seen, write));
        }
      }
      told.add(now + " " + ones.get(which).name + " is killed");
      ones.set(which, begin());
    }

    private void arrive() {
      if (!late.isEmpty()) {
        var flying = late.remove(random.nextInt(late.size()));
        told.add(now + " late " + flying.write().verb());
        var _ = cluster.send(flying.seen(), flying.write(), now);
      }
    }

    private Readings readings() {
      double errors = steps >= turnsBad ? 0.3 : 0;
      return new Readings(
          now.minus(Duration.ofMinutes(2)),
          now,
          Map.of(
              Signal.ERROR_RATE, new Readings.Pair(series(errors), series(0)),
              Signal.LATENCY_P99, new Readings.Pair(series(0.1), series(0.1)),
              Signal.REQUESTS, new Readings.Pair(series(10), series(90))),
          List.of());
    }

    private Series series(double value) {
      var times = new long[4];
      var values = new double[4];
      for (int i = 0; i < times.length; i++) {
        times[i] = now.minusSeconds(15L * (times.length - 1 - i)).toEpochMilli();
        values[i] = value;
      }
      return new Series(times, values);
    }

    String story() {
      var kept =
          told.stream()
              .filter(line -> !line.endsWith("killed") && !line.endsWith("begins"))
              .toList();
      return String.join("\n", kept.subList(Math.max(0, kept.size() - 40), kept.size()))
          + "\n"
          + cluster.applied;
    }
  }
}
