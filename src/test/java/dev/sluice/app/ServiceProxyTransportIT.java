package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.cluster.kubeconfig.Kubeconfig;
import dev.sluice.cluster.kubeconfig.Sources;
import dev.sluice.metrics.MeasuredBed;
import dev.sluice.metrics.ServiceRef;
import dev.sluice.metrics.http.Transport;
import dev.sluice.metrics.prometheus.Grid;
import dev.sluice.metrics.prometheus.Matrix;
import dev.sluice.metrics.prometheus.Prometheus;
import dev.sluice.metrics.prometheus.Query;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.testbed.TestBed;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// On a real API server with a real Prometheus behind it.
@Tag("cluster")
class ServiceProxyTransportIT {
  private static final TestBed BED = TestBed.shared();
  private static final Query RATE =
      new Query("rate", "sum by (pod) (rate(http_server_request_duration_seconds_count[10s]))");

  @Test
  void theProxyGivesTheSameAnswerAsTheServerItself() {
    var direct = new MeasuredBed(BED).direct();
    var proxy = proxy("alice", "prometheus");
    MeasuredBed.until(
        () -> {
          var now = Instant.now().minusSeconds(2);
          var grid = Grid.over(now.minusSeconds(20), now, 20, Duration.ofSeconds(1));
          return List.of(ask(direct, RATE, grid), ask(proxy, RATE, grid));
        },
        answers ->
            answers.getFirst() instanceof Result.Ok<Matrix>(var matrix)
                && !matrix.lines().isEmpty()
                && answers.getLast().equals(answers.getFirst()));
  }

  @Test
  void aMistakeInTheQueryKeepsItsPlaceOnTheWay() {
    var failure = failure(proxy("alice", "prometheus"), new Query("mine", "sum(up"));
    assertThat(failure).isInstanceOf(Failure.BadInput.class);
    assertThat(Texts.of(failure.words())).startsWith("mine, line 1, column ");
  }

  @Test
  void aUserWithoutTheRightIsToldSo() {
    assertThat(failure(proxy("nobody", "prometheus"), RATE)).isInstanceOf(Failure.Forbidden.class);
  }

  @Test
  void aServiceThatIsNotThereIsNamed() {
    var failure = failure(proxy("admin", "nowhere"), RATE);
    assertThat(Texts.of(failure.words())).contains("nowhere");
  }

  @Test
  void aPrometheusThatIsDownIsSaidToBeDown() {
    BED.component("prometheus", "stop");
    try {
      var result = ask(proxy("alice", "prometheus"), RATE, new Grid(0, 1000, 1));
      var failure = ((Result.Failed<Matrix>) result).failure();
      assertThat(failure).isInstanceOf(Failure.Unreachable.class);
      assertThat(Texts.of(failure.words())).contains("the metrics server does not run");
    } finally {
      BED.component("prometheus", "start");
    }
  }

  private static Result<Matrix> ask(Transport transport, Query query, Grid grid) {
    return new Prometheus(transport).range(query, grid);
  }

  private static Transport proxy(String user, String service) {
    var sources = Sources.ofProcess(List.of(BED.kubeconfig(user)));
    var context = Kubeconfig.load(sources).currentContext();
    var api =
        context
            .then(found -> ApiClient.open(found, Surroundings.ofProcess(_ -> false)))
            .orElse(failure -> {
              throw new AssertionError(Texts.of(failure.words()));
            });
    return new ServiceProxyTransport(api, new ServiceRef("monitoring", "http", service, "9090"));
  }

  /// Why the question was refused; asks again where a busy machine did not answer in time.
  private static Failure failure(Transport transport, Query query) {
    var grid = new Grid(0, 1000, 1);
    var result =
        MeasuredBed.until(
            () -> ask(transport, query, grid),
            answer ->
                answer instanceof Result.Failed<Matrix>(var failure)
                    && !(failure instanceof Failure.Unreachable));
    return ((Result.Failed<Matrix>) result).failure();
  }
}
