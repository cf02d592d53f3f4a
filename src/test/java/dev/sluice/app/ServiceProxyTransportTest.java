package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.fake.FakeApi;
import dev.sluice.cluster.fake.Http;
import dev.sluice.metrics.ServiceRef;
import dev.sluice.metrics.prometheus.Grid;
import dev.sluice.metrics.prometheus.Prometheus;
import dev.sluice.metrics.prometheus.Query;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceProxyTransportTest {

  private static final ServiceRef SERVICE = new ServiceRef("monitoring", "http", "prom", "9090");

  private static Failure failure(FakeApi.Answer answer) {
    try (var server = new FakeApi();
        var api = ApiClient.local("prod", server.uri())) {
      server.always("LIST " + SERVICE.proxyPath() + "/api/v1/query_range", answer);
      var asked =
          new Prometheus(new ServiceProxyTransport(api, SERVICE))
              .range(new Query("mine", "up"), new Grid(0, 1000, 1));
      return ((Result.Failed<?>) asked).failure();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no endpoints available for service prom",
        "error trying to reach service: dial tcp 10.0.0.7:9090: connect: connection refused"
      })
  void a_metrics_server_that_is_down_is_said_to_be_down(String reason) {
    var failure = failure(Http.status(503, "ServiceUnavailable", reason));
    assertThat(failure).isInstanceOf(Failure.Unreachable.class);
    assertThat(Texts.of(failure.words()))
        .isEqualTo(
            "prod, monitoring/prom:9090 cannot be reached: the metrics server does not run, or does"
                + " not answer ("
                + reason
                + ")");
  }

  @Test
  void what_a_metrics_server_refuses_itself_keeps_its_words() {
    assertThat(failure(Http.status(503, "timeout", "query timed out in query execution")))
        .isEqualTo(new Failure.Refused("prod", 503, "query timed out in query execution"));
  }
}
