package dev.sluice.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.policy.YamlPolicies;
import dev.sluice.judge.Signal;
import dev.sluice.metrics.query.Placeholder;
import dev.sluice.metrics.query.Preset;
import dev.sluice.policy.Policy;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByPolicyTest {

  @Test
  void aPolicyThatSaysNothingLeavesTheUsersOwnSettings() {
    assertThat(MetricsConfig.USUAL.under(Policy.BUILT_IN))
        .isEqualTo(Result.ok(MetricsConfig.USUAL));
  }

  @Test
  void thePresetOfThePolicyGoesBeforeTheUsersOwn() {
    var config = under("preset: nginx");

    assertThat(asked(config, Signal.REQUESTS)).contains("nginx_ingress_controller_requests");
    assertThat(config.counters()).contains(Preset.NGINX);
    assertThat(config.server()).isEqualTo(MetricsConfig.USUAL.server());
  }

  @Test
  void queriesOfThePolicyAreAskedAndThenNoPresetsCountersAreJudged() {
    var config =
        under("queries: {errorRate: {canary: 'bad{h=\"{{canary}}\"}', stable: 'bad{h=\"x\"}'}}");

    assertThat(asked(config, Signal.ERROR_RATE)).isEqualTo("bad{h=\"c\"}");
    assertThat(asked(config, Signal.REQUESTS)).contains("http_server_request_duration");
    assertThat(config.counters()).isEmpty();
  }

  @Test
  void aQueryForRequestsLeavesTheCountersOfThePreset() {
    assertThat(under("queries: {requests: {canary: a, stable: b}}").counters())
        .contains(Preset.OTEL);
  }

  @Test
  void ratesAreTakenOverThePolicysWindowAndTimesApart() {
    assertThat(under("scrapeInterval: 30s").sampling())
        .isEqualTo(Sampling.every(Duration.ofSeconds(30)));
    assertThat(under("window: 5m").sampling())
        .isEqualTo(new Sampling(Sampling.USUAL.interval(), Duration.ofMinutes(5)));
  }

  @Test
  void aQueryWithoutItsCounterpartIsToldWithItsPlaceInThePolicy() {
    assertThat(failure("queries: {errorRate: {canary: a}}"))
        .isInstanceOfSatisfying(
            Failure.BadInput.class,
            bad -> {
              assertThat(bad.source()).isEqualTo("p");
              assertThat(bad.line()).isEqualTo(4);
              assertThat(bad.column()).isGreaterThan(1);
              assertThat(Texts.of(bad.problem()))
                  .contains("metrics.queries.errorRate.canary", "canary and stable");
            });
  }

  @Test
  void aQueryThatIsNoneIsToldWithItsPlaceInThePolicy() {
    assertThat(failure("queries: {errorRate: {canary: 'a{{colour}}', stable: b}}"))
        .isInstanceOfSatisfying(
            Failure.BadInput.class,
            bad -> assertThat(Texts.of(bad.problem())).contains("colour", "line 1"));
  }

  /// The canary's query, filled in with a letter for each value.
  private static String asked(MetricsConfig config, Signal signal) {
    var values = new EnumMap<Placeholder, String>(Placeholder.class);
    for (var placeholder : Placeholder.values()) {
      values.put(placeholder, "c");
    }
    return config.queries().pair(signal).orElseThrow().canary().fill(values).orElseThrow();
  }

  private static MetricsConfig under(String said) {
    return MetricsConfig.USUAL
        .under(policy(said))
        .orElse(why -> {
          throw new AssertionError(Texts.of(why.words()));
        });
  }

  private static Failure failure(String said) {
    return switch (MetricsConfig.USUAL.under(policy(said))) {
      case Result.Failed<MetricsConfig>(var why) -> why;
      case Result.Ok<MetricsConfig>(var config) -> throw new AssertionError(config.toString());
    };
  }

  private static Policy policy(String said) {
    var text = "apiVersion: sluice.dev/v1\nkind: Policy\nmetrics:\n  " + said;
    return Policy.of(List.of(), List.of(new YamlPolicies().document("p", text)));
  }
}
