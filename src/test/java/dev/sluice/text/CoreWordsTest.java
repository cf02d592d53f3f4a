package dev.sluice.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.gate.Finding;
import dev.sluice.gate.Gate;
import dev.sluice.gate.Gates;
import dev.sluice.gate.Limits;
import dev.sluice.gate.Proofs;
import dev.sluice.gate.UsualDemands;
import dev.sluice.guard.Lock;
import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.release.Failure;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every word that the core can say, as a person reads it.
class CoreWordsTest {

  private static final Instant NOON = Releases.NOON;
  private static final Words WHY = Words.of("api.timeout");
  private static final Release CANARY = Releases.canary().build();

  static Stream<Words> failures() {
    return Stream.of(
            new Failure.BadInput("config", 0, 0, WHY),
            new Failure.BadInput("config", 1234, 5, WHY),
            new Failure.Unreachable("prod-eu", WHY),
            new Failure.Untrusted("prod-eu", WHY),
            new Failure.Unauthenticated("prod-eu", WHY),
            new Failure.Forbidden("prod-eu", "User \"alice\" cannot {patch} it's"),
            new Failure.Absent("prod-eu", "rollouts.argoproj.io"),
            new Failure.Moved("prod-eu", "test failed"),
            new Failure.Refused("prod-eu", 1422, "invalid"),
            new Failure.BadAnswer("prod-eu", WHY),
            new Failure.Unknown("prod-eu", WHY))
        .map(Failure::words);
  }

  static Stream<Words> locks() {
    var kinds =
        Arrays.stream(Permissions.Kind.values())
            .flatMap(kind -> Stream.of(new Lock.Denied(kind, ""), new Lock.Denied(kind, "RBAC")));
    var facts =
        Arrays.stream(Facts.Fact.values()).map(fact -> new Lock.FactsChanged(List.of(fact)));
    var gates = findings().map(Lock.GateHolds::new);
    var others =
        Stream.of(
            new Lock.ReadOnly(WHY),
            new Lock.OldData(Duration.ZERO),
            new Lock.OldData(Duration.ofSeconds(14)),
            new Lock.Earlier(Words.of("act.sending")),
            new Lock.SkipsChecks());
    return Stream.of(kinds, facts, gates, others).flatMap(s -> s).map(Lock::words);
  }

  static Stream<Words> gates() {
    return findings()
        .flatMap(f -> Stream.of(f.evidence(), f.threshold(), Words.of("gate." + f.gate())));
  }

  static Stream<Words> acts() {
    return Stream.of(
        Words.of("act.accepted"),
        Words.of("act.again", WHY),
        Words.of("act.attempts", 5),
        Words.of("act.gone"),
        Words.of("act.holding"),
        Words.of("act.missing"),
        Words.of("act.overdue.accepted"),
        Words.of("act.overdue.unknown"),
        Words.of("act.overdue.unsent"),
        Words.of("act.sending"),
        Words.of("act.superseded"),
        Words.of("act.traffic"),
        Words.of("act.unanswered"),
        Words.of("act.unreadable", WHY));
  }

  @ParameterizedTest
  @MethodSource({"failures", "locks", "gates", "acts"})
  void everyWordOfTheCoreReadsAsASentence(Words words) {
    assertThat(Texts.of(words))
        .isNotBlank()
        .doesNotContain("Words[")
        .doesNotContain("PT", "null", "NaN")
        .doesNotContainPattern("\\{\\d")
        .doesNotContainPattern("\\b(act|lock|gate|fact|failure)\\.[a-zA-Z]");
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR_RATE, 0.0042, 0.42 %",
    "ERROR_RATE, 0.00004, <0.01 %",
    "ERROR_RATE, 1, 100 %",
    "LATENCY_P99, 0.4204, 420 ms",
    "LATENCY_P99, 0.5, 500 ms",
    "LATENCY_P99, 12.5, 12.5 s",
  })
  void aMeasuredValueIsSaidInTheUnitPeopleUse(Signal signal, double value, String said) {
    var readings = readings(value, NOON);
    var gate = signal == Signal.ERROR_RATE ? Gate.ERROR_RATE : Gate.LATENCY_P99;
    assertThat(plain(finding(gate, readings).evidence())).isEqualTo(said);
  }

  @Test
  void aLimitIsSaidLikeTheValueItLimits() {
    var readings = readings(0, NOON);
    assertThat(plain(finding(Gate.ERROR_RATE, readings).threshold())).startsWith("at most 1 %");
    assertThat(plain(finding(Gate.LATENCY_P99, readings).threshold())).startsWith("at most 500 ms");
    assertThat(Texts.of(finding(Gate.FRESH_DATA, readings).threshold()))
        .isEqualTo("at most 1 min old");
  }

  private static String plain(Words words) {
    return Texts.of(words).replace('\u00a0', ' ');
  }

  private static Finding finding(Gate gate, Readings readings) {
    return new Gates(UsualDemands.of(Limits.DEFAULT), Duration.ZERO)
        .look(CANARY, Proofs.of(Optional.of(readings)), NOON).stream()
            .filter(f -> f.gate() == gate)
            .findFirst()
            .orElseThrow();
  }

  private static Stream<Finding> findings() {
    var gates = new Gates(UsualDemands.of(Limits.DEFAULT), Duration.ZERO);
    return Stream.of(
            gates.look(CANARY, Proofs.of(Optional.empty()), NOON),
            gates.look(CANARY, Proofs.of(Optional.of(readings(0.3, NOON))), NOON),
            gates.look(
                CANARY, Proofs.of(Optional.of(readings(0.3, NOON.minusSeconds(4000)))), NOON),
            gates.look(
                Releases.blueGreen().build(),
                Proofs.of(Optional.of(readings(Double.NaN, NOON))),
                NOON))
        .flatMap(List::stream);
  }

  private static Readings readings(double value, Instant at) {
    Map<Signal, Readings.Pair> pairs = new EnumMap<>(Signal.class);
    for (Signal signal : Signal.values()) {
      double own = signal == Signal.REQUESTS && !Double.isNaN(value) ? 10 : value;
      pairs.put(signal, new Readings.Pair(series(own, at), series(10, at)));
    }
    return new Readings(at.minusSeconds(60), at, pairs, List.of());
  }

  private static Series series(double value, Instant at) {
    return new Series(new long[] {at.toEpochMilli()}, new double[] {value});
  }
}
