package dev.sluice.judge.kayenta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.kayenta.KayentaConfig.Asked;
import dev.sluice.judge.kayenta.KayentaConfig.Pair;
import dev.sluice.judge.kayenta.KayentaMetric.Direction;
import dev.sluice.judge.kayenta.KayentaMetric.Effect;
import dev.sluice.judge.kayenta.KayentaScore.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class KayentaScoreTest {
  private static final Pair SAME = new Pair(points(1), points(1));
  private static final Pair WORSE = new Pair(points(1), points(2));

  @Test
  void theScoreIsTheSumOfTheGroupsSharesByTheirWeights() {
    var config =
        config(
            Map.of("users", 75.0),
            asked("errors", false, "users"),
            asked("latency", false, "users"),
            asked("cpu", false, "system"));
    var score = KayentaScore.of(config, Map.of("errors", SAME, "latency", WORSE, "cpu", SAME));
    assertThat(score.groups())
        .containsExactly(Map.entry("system", 100.0), Map.entry("users", 50.0));
    assertThat(score.score()).isEqualTo(62.5);
    assertThat(score.outcome()).isEqualTo(Outcome.MARGINAL);
  }

  @Test
  void groupsWithoutWeightsShareWhatIsLeft() {
    var config =
        config(
            Map.of("a", 40.0),
            asked("1", false, "a"),
            asked("2", false, "b"),
            asked("3", false, "c"));
    assertThat(KayentaScore.of(config, Map.of("1", SAME, "2", SAME, "3", WORSE)).score())
        .isEqualTo(70);
  }

  @Test
  void aMetricWithoutDataIsLeftOutAndAGroupWithoutAnyScoresAll() {
    var config =
        config(
            Map.of("a", 50.0, "b", 50.0),
            asked("1", false, "a"),
            asked("2", false, "a"),
            asked("3", false, "b"));
    var score = KayentaScore.of(config, Map.of("1", SAME, "2", WORSE));
    assertThat(score.groups()).containsEntry("a", 50.0).containsEntry("b", 100.0);
    assertThat(score.score()).isEqualTo(75);
  }

  @Test
  void aCriticalFailureOrHalfWithoutDataScoresNothing() {
    var critical = config(Map.of(), asked("1", true, "a"), asked("2", false, "a"));
    var score = KayentaScore.of(critical, Map.of("1", WORSE, "2", SAME));
    assertThat(score.score()).isZero();
    assertThat(score.outcome()).isEqualTo(Outcome.FAIL);
    var halfKnown = config(Map.of(), asked("1", false, "a"), asked("2", false, "a"));
    assertThat(KayentaScore.of(halfKnown, Map.of("1", SAME)).score()).isZero();
  }

  @Test
  void theThresholdsThemselvesPassAndAreMarginal() {
    var config = new KayentaConfig("", List.of(asked("1", false, "a")), Map.of(), 100, 0);
    assertThat(KayentaScore.of(config, Map.of("1", SAME)).outcome()).isEqualTo(Outcome.PASS);
    assertThat(KayentaScore.of(config, Map.of("1", WORSE)).outcome()).isEqualTo(Outcome.MARGINAL);
  }

  private static KayentaConfig config(Map<String, Double> weights, Asked... metrics) {
    return new KayentaConfig("", List.of(metrics), weights, 95, 60);
  }

  private static Asked asked(String name, boolean critical, String group) {
    return new Asked(
        name,
        List.of(group),
        new KayentaMetric(Direction.EITHER, critical, true, false, Effect.ANY));
  }

  private static List<Double> points(double middle) {
    return DoubleStream.iterate(middle, v -> v + 0.01).limit(20).boxed().toList();
  }
}
