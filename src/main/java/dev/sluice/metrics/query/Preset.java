package dev.sluice.metrics.query;

import dev.sluice.judge.Signal;
import dev.sluice.metrics.query.MetricQueries.Pair;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Queries for metrics that many have. In each, no request at all leaves a gap, and requests none
/// of which failed give 0 even before the first error has made a series.
public enum Preset {
  /// A service's own metrics by the OpenTelemetry semantic conventions for HTTP servers, as
  /// Prometheus shows them. A revision is known by its pods' names, which begin with its
  /// ReplicaSet's: the labels `namespace` and `pod` stand on every target that kube-prometheus
  /// finds, while the pod hash is a label only where somebody asked for it.
  OTEL("otel") {
    @Override
    Requests requests(String hash, boolean canary) {
      return named("{{service}}-%s-.+".formatted(hash));
    }

    // Pods of another Rollout whose name begins with this one's have one part more.
    @Override
    Requests requests() {
      return named("{{service}}-[a-z0-9]+-[a-z0-9]+");
    }

    private Requests named(String name) {
      var pods = "namespace=\"{{namespace}}\",pod=~\"%s\"".formatted(name);
      return new Requests(
          "http_server_request_duration_seconds_count{%s}".formatted(pods),
          "http_server_request_duration_seconds_count{%s,http_response_status_code=~\"5..\"}"
              .formatted(pods),
          "http_server_request_duration_seconds_bucket{%s}".formatted(pods));
    }
  },

  /// ingress-nginx. It labels a canary's request with the *stable* ingress and Service, and with
  /// the canary's upstream in `canary`, which is empty for a stable one. Where Prometheus gives its
  /// targets labels of the same names, `namespace` and `service` become `exported_…`.
  NGINX("nginx") {
    @Override
    Requests requests(String hash, boolean canary) {
      return named(canary ? ",canary!=\"\"" : ",canary=\"\"");
    }

    @Override
    Requests requests() {
      return named("");
    }

    private Requests named(String who) {
      return new Requests(
          either("nginx_ingress_controller_requests", who),
          either("nginx_ingress_controller_requests", who + ",status=~\"5.*\""),
          either("nginx_ingress_controller_request_duration_seconds_bucket", who));
    }

    private String either(String metric, String who) {
      return ("%1$s{exported_namespace=\"{{namespace}}\",exported_service=\"{{stable-service}}\"%2$s}"
              + OR
              + "%1$s{exported_namespace=\"\",namespace=\"{{namespace}}\","
              + "service=\"{{stable-service}}\"%2$s}")
          .formatted(metric, who);
    }
  };

  private static final String OR = " or ";

  private final String word;

  Preset(String word) {
    this.word = word;
  }

  /// The selectors of one revision's requests; one may be two, joined by `or`.
  record Requests(String all, String failed, String buckets) {

    /// Of the buckets that one with this `le`, as a regular expression.
    String bucket(String le) {
      return buckets.replace("_bucket{", "_bucket{le=~\"%s\",".formatted(le));
    }
  }

  abstract Requests requests(String hash, boolean canary);

  /// The selectors of all revisions' requests together.
  abstract Requests requests();

  /// As the configuration names it.
  public String word() {
    return word;
  }

  public static Optional<Preset> of(String word) {
    return Arrays.stream(values()).filter(p -> p.word.equals(word)).findFirst();
  }

  public MetricQueries queries() {
    Map<Signal, Pair> pairs = new EnumMap<>(Signal.class);
    for (var signal : Signal.values()) {
      pairs.put(signal, new Pair(template(signal, true), template(signal, false)));
    }
    return new MetricQueries(pairs);
  }

  /// The raw counters behind the canary's or the stable revision's queries.
  public CounterQueries counters(boolean canary) {
    var requests = requests(hash(canary), canary);
    return new CounterQueries(
        parsed(requests.all()),
        parsed(requests.failed()),
        parsed("sum by (le) (%s)".formatted(requests.buckets())),
        byPod());
  }

  /// The raw counters of one bucket of the canary's or the stable revision's histogram.
  ///
  /// @param bounds what that bucket's `le` is written like: `1` and `1.0` are one
  public Template bucket(boolean canary, List<String> bounds) {
    var le = bounds.stream().map(Quoting.REGEX::quoted).collect(Collectors.joining("|"));
    return parsed(requests(hash(canary), canary).bucket(le));
  }

  /// How many requests all revisions answered over the window, each time.
  public Template answered() {
    return parsed("sum(%s)".formatted(over("increase", requests().all())));
  }

  /// How many of them failed; nothing where none did.
  public Template failed() {
    return parsed("sum(%s)".formatted(over("increase", requests().failed())));
  }

  /// An ingress labels its counters with its own pods, not with those that served.
  private boolean byPod() {
    return switch (this) {
      case OTEL -> true;
      case NGINX -> false;
    };
  }

  /// This, for its raw counters, unless own queries say what is bad: it would count something else.
  public Optional<Preset> countersBeside(Map<Signal, Pair> own) {
    boolean other = own.containsKey(Signal.ERROR_RATE) || own.containsKey(Signal.LATENCY_P99);
    return other ? Optional.empty() : Optional.of(this);
  }

  private static String hash(boolean canary) {
    return canary ? "{{canary}}" : "{{stable}}";
  }

  private Template template(Signal signal, boolean canary) {
    var hash = hash(canary);
    var requests = requests(hash, canary);
    var text =
        switch (signal) {
          case ERROR_RATE -> errorRate(requests);
          case LATENCY_P99 ->
              "histogram_quantile(0.99, sum by (le) (%s))".formatted(rate(requests.buckets()));
          case REQUESTS -> "sum(%s)".formatted(rate(requests.all()));
          case SATURATION -> saturation(hash);
        };
    return parsed(text);
  }

  private Template parsed(String text) {
    return Template.parse(word, text)
        .orElse(failure -> {
          throw new IllegalStateException(failure.toString());
        });
  }

  /// A ratio of nothing to nothing would be `NaN`; nothing is what it shall be.
  private static String errorRate(Requests requests) {
    var all = "sum(%s)".formatted(rate(requests.all()));
    return "(sum(%s) or 0 * %s) / (%s > 0)".formatted(rate(requests.failed()), all, all);
  }

  private static String rate(String selectors) {
    return over("rate", selectors);
  }

  private static String over(String function, String selectors) {
    return Arrays.stream(selectors.split(OR))
        .map(one -> "%s(%s[{{window}}])".formatted(function, one))
        .reduce((one, other) -> one + OR + other)
        .orElseThrow();
  }

  /// CPU time used ÷ its limit, over the containers that have one, from cAdvisor and
  /// kube-state-metrics.
  private static String saturation(String hash) {
    var pods = "namespace=\"{{namespace}}\",pod=~\"{{service}}-%s-.+\"".formatted(hash);
    var by = "(namespace, pod, container)";
    var limits =
        "max by %s (kube_pod_container_resource_limits{%s,resource=\"cpu\"})".formatted(by, pods);
    var used =
        "sum by %s (rate(container_cpu_usage_seconds_total{%s,container!=\"\"}[{{window}}]))"
            .formatted(by, pods);
    return "sum(%1$s and on %3$s %2$s) / sum(%2$s and on %3$s %1$s)".formatted(used, limits, by);
  }
}
