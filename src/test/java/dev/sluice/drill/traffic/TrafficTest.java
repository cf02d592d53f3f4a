package dev.sluice.drill.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.Drill;
import dev.sluice.drill.Stall;
import dev.sluice.drill.prometheus.promql.Query;
import dev.sluice.drill.prometheus.promql.Value;
import dev.sluice.drill.prometheus.store.SampleStore;
import dev.sluice.drill.store.Objects;
import dev.sluice.drill.world.Resource;
import dev.sluice.judge.Signal;
import dev.sluice.metrics.query.Placeholder;
import dev.sluice.metrics.query.Preset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The traffic to a canary of one pod beside four stable ones.
class TrafficTest {
  private static final Instant START = Instant.parse("2026-01-05T09:30:00Z");
  private static final String GOOD = "web:1";
  private static final String NEW = "web:2";
  private static final String COUNT = "http_server_request_duration_seconds_count";
  private static final String NEW_PODS = "pod=~\"cart-" + Stall.CANARY + "-.+\"";

  private final SampleStore samples = new SampleStore(1200);
  private final Drill drill = Drill.byHand(7, START, Duration.ofSeconds(30), new Stall());
  private final Traffic traffic = new Traffic(drill.world(), samples, 7);

  TrafficTest() {
    traffic.flow("shop", "cart", new Profile(200, 0.1, 0.002));
    drill.control("traffic", traffic);
  }

  @AfterEach
  void end() {
    drill.close();
  }

  private List<Value.Sample> ask(String query) {
    long now = drill.clock().instant().toEpochMilli();
    return samples.read(reader -> Query.parse(query).over(reader).at(now))
            instanceof Value.Vector(var found)
        ? found
        : List.of();
  }

  private double only(String query) {
    assertThat(ask(query)).as(query).hasSize(1);
    return ask(query).getFirst().value();
  }

  private void minutes(int minutes) {
    drill.clock().step(Duration.ofMinutes(minutes));
  }

  private static String p99(String pods) {
    return "histogram_quantile(0.99, sum by (le) (rate(http_server_request_duration_seconds_bucket{%s}[5m])))"
        .formatted(pods);
  }

  private static String errors(String pods) {
    return "sum(rate(%1$s{%2$s,http_response_status_code=~\"5..\"}[5m])) / sum(rate(%1$s{%2$s}[5m]))"
        .formatted(COUNT, pods);
  }

  @Test
  void requestsAreSpreadOverReadyPods() {
    minutes(10);
    assertThat(only("sum(rate(%s[5m]))".formatted(COUNT))).isEqualTo(200, within(40.0));
    assertThat(only("sum(rate(%1$s{%2$s}[5m])) / sum(rate(%1$s[5m]))".formatted(COUNT, NEW_PODS)))
        .isEqualTo(0.2, within(0.01));
    assertThat(traffic.share("shop", "cart", NEW)).isEqualTo(0.2, within(1e-9));
  }

  @Test
  void aPodThatIsNotReadyGetsNothing() {
    minutes(5);
    var set =
        drill.world().get(Resource.REPLICA_SETS, "shop", "cart-" + Stall.CANARY).orElseThrow();
    set.withObject("/spec").put("replicas", 0);
    drill.world().update(Resource.REPLICA_SETS, set);
    minutes(1);
    assertThat(traffic.share("shop", "cart", NEW)).isZero();
    assertThat(ask("%s{%s}".formatted(COUNT, NEW_PODS))).isEmpty();
  }

  @Test
  void whoIsWellFailsOnceInAThousandAndIsFast() {
    minutes(10);
    assertThat(only(errors(NEW_PODS))).isEqualTo(0.001, within(0.001));
    assertThat(only(p99(NEW_PODS))).isEqualTo(0.38, within(0.05));
  }

  @Test
  void aLeakGrowsMinuteByMinute() {
    traffic.behaviours().image(NEW, Behaviour.leak(Duration.ofMinutes(5), 0.01, 0.2));
    minutes(4);
    assertThat(only(errors(NEW_PODS))).isLessThan(0.004);
    minutes(12);
    double later = only(errors(NEW_PODS));
    assertThat(later).isBetween(0.05, 0.12);
    minutes(10);
    assertThat(only(errors(NEW_PODS))).isGreaterThan(later);
    assertThat(only(errors("pod!~\".*" + Stall.CANARY + ".*\""))).isLessThan(0.003);
  }

  @Test
  void aCliffShowsInTheNinetyNinthPercentileAlone() {
    traffic
        .behaviours()
        .image(NEW, Behaviour.cliff(Duration.ofMinutes(5), Quality.GOOD.withSlow(0.05)));
    minutes(4);
    assertThat(only(p99(NEW_PODS))).isLessThan(0.45);
    minutes(8);
    assertThat(only(p99(NEW_PODS))).isGreaterThan(1);
    assertThat(only(errors(NEW_PODS))).isLessThan(0.004);
  }

  @Test
  void onePodOfAVersionCanBeTheBadOne() {
    traffic.behaviours().onePod(GOOD, Behaviour.steady(Quality.GOOD.withErrors(0.4)));
    minutes(10);
    assertThat(
            ask(
                "sum by (pod) (rate(%s{http_response_status_code=\"500\"}[5m])) > 5"
                    .formatted(COUNT)))
        .hasSize(1);
  }

  @Test
  void aSilentVersionIsServedAndNotSeen() {
    minutes(2);
    traffic.behaviours().silent(NEW, true);
    var before = traffic.tally("shop", "cart", NEW);
    minutes(2);
    assertThat(ask("%s{%s}".formatted(COUNT, NEW_PODS))).isEmpty();
    assertThat(ask("container_cpu_usage_seconds_total{%s}".formatted(NEW_PODS))).hasSize(1);
    assertThat(traffic.tally("shop", "cart", NEW).minus(before).requests()).isGreaterThan(3000);
  }

  @Test
  void theTallyIsWhatTheMetricsSay() {
    traffic.behaviours().image(NEW, Behaviour.steady(Quality.GOOD.withErrors(0.1).withSlow(0.1)));
    minutes(10);
    var tally = traffic.tally("shop", "cart", NEW);
    assertThat((double) tally.requests())
        .isEqualTo(only("sum(%s{%s})".formatted(COUNT, NEW_PODS)), within(700.0));
    assertThat(tally.failed() / (double) tally.requests()).isEqualTo(0.1, within(0.01));
    assertThat(tally.slow() / (double) tally.requests()).isEqualTo(0.09, within(0.01));
    assertThat(tally.bad()).isEqualTo(tally.failed() + tally.slow());
  }

  @Test
  void nobodyThereIsCountedAsFailed() {
    minutes(2);
    for (var set : drill.world().list(Resource.REPLICA_SETS)) {
      set.withObject("/spec").put("replicas", 0);
      drill.world().update(Resource.REPLICA_SETS, set);
    }
    minutes(2);
    var unanswered = traffic.unanswered("shop", "cart");
    assertThat(unanswered.requests()).isGreaterThan(10_000).isEqualTo(unanswered.failed());
  }

  @Test
  void theSameSeedMakesTheSameTraffic() {
    minutes(3);
    try (var again = Drill.byHand(7, START, Duration.ofSeconds(30), new Stall())) {
      var other = new Traffic(again.world(), new SampleStore(1200), 7);
      other.flow("shop", "cart", new Profile(200, 0.1, 0.002));
      again.control("traffic", other);
      again.clock().step(Duration.ofMinutes(3));
      assertThat(other.tally("shop", "cart", GOOD)).isEqualTo(traffic.tally("shop", "cart", GOOD));
    }
  }

  @Test
  void everyPresetFindsEverySignal() {
    limited();
    minutes(5);
    for (var signal : Signal.values()) {
      var pair = Preset.OTEL.queries().pair(signal).orElseThrow();
      var values =
          Map.of(
              Placeholder.NAMESPACE, "shop",
              Placeholder.SERVICE, "cart",
              Placeholder.STABLE, Stall.STABLE,
              Placeholder.CANARY, Stall.CANARY,
              Placeholder.WINDOW, "60000ms");
      assertThat(only(pair.canary().fill(values).orElseThrow())).as("%s", signal).isFinite();
      assertThat(only(pair.stable().fill(values).orElseThrow())).as("%s", signal).isFinite();
    }
  }

  /// New pods with a limit in the place of those without.
  private void limited() {
    for (var set : drill.world().list(Resource.REPLICA_SETS)) {
      int replicas = set.at("/spec/replicas").asInt();
      set.withObject("/spec").put("replicas", 0);
      drill.world().update(Resource.REPLICA_SETS, set);
      drill.clock().step(Duration.ofSeconds(1));
      var next =
          drill
              .world()
              .get(Resource.REPLICA_SETS, "shop", set.at("/metadata/name").asText())
              .orElseThrow();
      next.withObject("/spec").put("replicas", replicas);
      ((ObjectNode) next.at("/spec/template/spec/containers/0"))
          .set("resources", Objects.object("{'limits':{'cpu':'500m'}}"));
      drill.world().update(Resource.REPLICA_SETS, next);
      drill.clock().step(Duration.ofSeconds(10));
    }
  }
}
