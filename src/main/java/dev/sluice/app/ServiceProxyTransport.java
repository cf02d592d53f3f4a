package dev.sluice.app;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.metrics.ServiceRef;
import dev.sluice.metrics.http.Transport;
import dev.sluice.metrics.prometheus.Prometheus;
import dev.sluice.release.Result;
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
    return answer.then(result -> result);
  }
}
