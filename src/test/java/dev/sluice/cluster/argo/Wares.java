package dev.sluice.cluster.argo;

import dev.sluice.cluster.argo.ModelCluster.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The manifests of a Rollout for the real cluster, with what differs from test to test.
///
/// @param inside whether the Rollout holds its pod template itself
/// @param steps of a canary, in flow style
/// @param strategy more lines of the strategy
/// @param spec more lines of the Rollout's `spec`
record Wares(boolean inside, String steps, List<String> strategy, List<String> spec) {
  static final Wares PLAIN =
      new Wares(
          true, "{setWeight: 20}, {pause: {}}, {setWeight: 50}, {pause: {}}", List.of(), List.of());

  /// The first step is an experiment whose analysis comes to no answer.
  static final Wares TRIED_IN_VAIN =
      PLAIN.steps(
          "{experiment: {templates: [{name: base, specRef: stable}], analyses: [{name: check,"
              + " templateName: NAME-vague}]}}, {setWeight: 50}, {pause: {}}");

  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: NAME-%s, namespace: shop, labels: {it: NAME}}
      spec: {selector: {app: NAME}, ports: [{port: 80, targetPort: 8080}]}
      ---
      """;
  private static final String INGRESS =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: NAME, namespace: shop, labels: {it: NAME}}
      spec:
        ingressClassName: nginx
        rules:
        - host: NAME.example
          http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: NAME-stable, port: {number: 80}}}}]}
      ---
      """;
  private static final String ROLLOUT =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Rollout
      metadata:
        name: NAME
        namespace: shop
        labels: {it: NAME}
      spec:
      SPEC
        selector: {matchLabels: {app: NAME}}
      STRATEGY
      HOLDER
      """;
  private static final String TEMPLATE =
      """
      template:
        metadata: {labels: {app: NAME}}
        spec:
          nodeName: node-a
          terminationGracePeriodSeconds: 0
          containers: [{name: main, image: "shop:v1"}]
      """;
  private static final String REFERENCE =
      "  workloadRef: {apiVersion: apps/v1, kind: Deployment, name: NAME, scaleDown: onsuccess}\n";
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: NAME, namespace: shop, labels: {it: NAME}}
      spec:
        replicas: 0
        selector: {matchLabels: {app: NAME}}
      """;
  private static final String MEASURED =
      "successCondition: 'result[0] == 1', consecutiveErrorLimit: 0,"
          + " provider: {prometheus: {address: '%s', query: '%s'}}";

  /// Each with its metric.
  private static final Map<String, String> ANALYSES =
      Map.of(
          "NAME",
          "initialDelay: 1h, provider: {web: {url: 'http://127.0.0.1:9/', jsonPath: '{$.ok}'}}",
          "NAME-vague",
          "successCondition: 'result[0] > 2', failureCondition: 'result[0] < 0',"
              + " provider: {prometheus: {address: 'PROMETHEUS', query: 'vector(1)'}}",
          "NAME-good",
          MEASURED.formatted("PROMETHEUS", "vector(1)"),
          "NAME-bad",
          MEASURED.formatted("PROMETHEUS", "vector(-1)"),
          "NAME-dead",
          MEASURED.formatted("http://127.0.0.1:9", "vector(1)"),
          "NAME-void",
          MEASURED.formatted("PROMETHEUS", "never_measured"));

  /// A Deployment holds it.
  Wares referring() {
    return new Wares(false, steps, strategy, spec);
  }

  Wares steps(String others) {
    return new Wares(inside, others, strategy, spec);
  }

  Wares strategy(String... lines) {
    return new Wares(inside, steps, List.of(lines), spec);
  }

  Wares spec(String... lines) {
    return new Wares(inside, steps, strategy, List.of(lines));
  }

  String manifest(Kind kind, String name, String prometheus) {
    var services =
        switch (kind) {
          case BASIC -> "";
          case ROUTED -> SERVICE.formatted("stable") + SERVICE.formatted("canary") + INGRESS;
          case BLUE_GREEN -> SERVICE.formatted("active") + SERVICE.formatted("preview");
        };
    return (services
            + analyses()
            + (inside ? "" : DEPLOYMENT + TEMPLATE.indent(2) + "---\n")
            + ROLLOUT)
        .replace("STRATEGY", strategy(kind).stripTrailing())
        .replace("SPEC\n", otherwise(2, "replicas: 2", spec))
        .replace("HOLDER\n", inside ? TEMPLATE.indent(2) : REFERENCE)
        .replace("PROMETHEUS", prometheus)
        .replace("NAME", name);
  }

  /// Those that are named in it.
  private String analyses() {
    var walk = steps + strategy;
    return ANALYSES.entrySet().stream()
        .filter(analysis -> walk.contains("templateName: " + analysis.getKey() + "}"))
        .map(analysis -> analysis(analysis.getKey(), analysis.getValue()))
        .collect(Collectors.joining());
  }

  private static String analysis(String name, String metric) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: AnalysisTemplate
    metadata: {name: %1$s, namespace: shop, labels: {it: NAME}}
    spec:
      metrics:
      - {name: metric, %2$s}
    ---
    """
        .formatted(name, metric);
  }

  private String strategy(Kind kind) {
    return switch (kind) {
      case BASIC -> "  strategy:\n    canary:\n" + walk() + lines(6, strategy);
      case ROUTED ->
          """
            strategy:
              canary:
                stableService: NAME-stable
                canaryService: NAME-canary
                trafficRouting: {nginx: {stableIngress: NAME}}
          """
              + walk()
              + lines(6, strategy);
      case BLUE_GREEN ->
          """
            strategy:
              blueGreen:
                activeService: NAME-active
                previewService: NAME-preview
          """
              + otherwise(6, "autoPromotionEnabled: false", strategy);
    };
  }

  private String walk() {
    return "      steps: [" + steps + "]\n";
  }

  /// The lines, and that one where none of them says otherwise.
  private static String otherwise(int depth, String usual, List<String> lines) {
    var field = usual.split(":", -1)[0];
    boolean said = lines.stream().anyMatch(line -> line.startsWith(field));
    return (said ? "" : usual.indent(depth)) + lines(depth, lines);
  }

  private static String lines(int depth, List<String> lines) {
    return lines.stream().map(line -> line.indent(depth)).collect(Collectors.joining());
  }
}
