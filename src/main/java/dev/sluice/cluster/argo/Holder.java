package dev.sluice.cluster.argo;

import dev.sluice.release.Release;
import dev.sluice.release.WorkloadRef;

/// The object that holds the pod template in a Rollout's stead.
///
/// @param path of the object on the API server
/// @param pointer to the template within it
record Holder(String path, String pointer, String uid, long generation) {

  /// Where that object is; only Argo's own three kinds can be.
  static String path(Release release, WorkloadRef workload) {
    var kinds =
        switch (workload.kind()) {
          case "Deployment" -> "deployments/";
          case "ReplicaSet" -> "replicasets/";
          case "PodTemplate" -> "podtemplates/";
          default -> throw new IllegalArgumentException(workload.kind());
        };
    return root(workload)
        + "/namespaces/"
        + release.ref().namespace()
        + "/"
        + kinds
        + workload.name();
  }

  static String pointer(WorkloadRef workload) {
    return workload.kind().equals("PodTemplate") ? "/template" : "/spec/template";
  }

  private static String root(WorkloadRef workload) {
    return (workload.apiVersion().contains("/") ? "/apis/" : "/api/") + workload.apiVersion();
  }
}
