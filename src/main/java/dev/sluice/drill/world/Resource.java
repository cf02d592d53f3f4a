package dev.sluice.drill.world;

/// The kinds of object the drill's cluster serves, named as a real API server names them.
public enum Resource {
  ROLLOUTS("argoproj.io", "v1alpha1", "rollouts", "Rollout", true, true),
  REPLICA_SETS("apps", "v1", "replicasets", "ReplicaSet", true, true),
  DEPLOYMENTS("apps", "v1", "deployments", "Deployment", true, true),
  PODS("", "v1", "pods", "Pod", true, true),
  SERVICES("", "v1", "services", "Service", true, true),
  ENDPOINT_SLICES("discovery.k8s.io", "v1", "endpointslices", "EndpointSlice", true, false),
  ANALYSIS_RUNS("argoproj.io", "v1alpha1", "analysisruns", "AnalysisRun", true, false),
  ANALYSIS_TEMPLATES(
      "argoproj.io", "v1alpha1", "analysistemplates", "AnalysisTemplate", true, false),
  CLUSTER_ANALYSIS_TEMPLATES(
      "argoproj.io",
      "v1alpha1",
      "clusteranalysistemplates",
      "ClusterAnalysisTemplate",
      false,
      false),
  EXPERIMENTS("argoproj.io", "v1alpha1", "experiments", "Experiment", true, false),
  INGRESSES("networking.k8s.io", "v1", "ingresses", "Ingress", true, true),
  EVENTS("", "v1", "events", "Event", true, false),
  NAMESPACES("", "v1", "namespaces", "Namespace", false, true),
  CONFIG_MAPS("", "v1", "configmaps", "ConfigMap", true, false),
  LEASES("coordination.k8s.io", "v1", "leases", "Lease", true, false),
  HORIZONTAL_POD_AUTOSCALERS(
      "autoscaling", "v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", true, true),
  NODES("", "v1", "nodes", "Node", false, true);

  private final String group;
  private final String version;
  private final String plural;
  private final String kind;
  private final boolean namespaced;
  private final boolean hasStatus;

  Resource(
      String group,
      String version,
      String plural,
      String kind,
      boolean namespaced,
      boolean hasStatus) {
    this.group = group;
    this.version = version;
    this.plural = plural;
    this.kind = kind;
    this.namespaced = namespaced;
    this.hasStatus = hasStatus;
  }

  /// The API group; empty for the core group.
  public String group() {
    return group;
  }

  public String version() {
    return version;
  }

  public String plural() {
    return plural;
  }

  public String kind() {
    return kind;
  }

  public boolean namespaced() {
    return namespaced;
  }

  /// Whether the status is a subresource: then [World#update] leaves it and [World#updateStatus]
  /// changes nothing else. Where it is not, `update` writes the whole object.
  public boolean hasStatus() {
    return hasStatus;
  }

  /// As an object's `apiVersion` says it: `v1` or `group/version`.
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /// As messages of the API server say it: `pods` or `rollouts.argoproj.io`.
  public String qualified() {
    return group.isEmpty() ? plural : plural + "." + group;
  }
}
