package dev.sluice.app;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.metrics.ServiceRef;
import dev.sluice.metrics.http.Transport;
import dev.sluice.metrics.prometheus.Prometheus;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.util.List;

/// To a metrics server in a cluster, through the cluster's API server, so that a kubeconfig is
/// enough. The user needs `get` on `services/proxy`; nothing is posted.
public record ServiceProxyTransport(ApiClient api, ServiceRef service) implements Transport {

  @Override
  public String where() {
    return api.context() + ", " + service;
  }

  @Override
  public <T> Result<T> ask(String path, List<Parameter> parameters, Body<T> body) {
    var address = service.proxyPath() + path + "?" + Parameter.encoded(parameters);
    Result<Result<T>> answer = api.get(address, Prometheus.ANSWER_LIMIT, in -> body.read(200, in));
    return answer instanceof Result.Failed<?>(Failure.Refused(_, _, var reason)) && down(reason)
        ? Result.failed(new Failure.Unreachable(where(), Words.of("app.metrics.down", reason)))
        : answer.then(result -> result);
  }

  /// The API server answers for a Service that does not: without pods that are ready, or when they
  /// take no connection. A metrics server's own 503 says something else.
  private static boolean down(String reason) {
    return reason.startsWith("no endpoints available for service")
        || reason.startsWith("error trying to reach service");
  }
}
