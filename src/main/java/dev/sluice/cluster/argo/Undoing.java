package dev.sluice.cluster.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.act.Request;
import dev.sluice.cluster.api.ApiClient;
import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.Result;
import dev.sluice.release.WorkloadRef;

/// Prepares the way back to an earlier revision's template, which it reads from that revision's
/// ReplicaSet. With `workloadRef` the object referred to is changed, bound to its own state.
final class Undoing {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final ApiClient api;
  private final ArgoRequests requests;

  Undoing(ApiClient api, ArgoRequests requests) {
    this.api = api;
    this.requests = requests;
  }

  Result<Request> to(String hash, Release seen) {
    return seen.revision(hash)
        .map(revision -> template(seen, revision.replicaSet()))
        .orElseGet(() -> Result.failed(new Failure.Absent(api.context(), "ReplicaSet " + hash)))
        .then(template -> request(seen, template));
  }

  private Result<JsonNode> template(Release seen, String replicaSet) {
    var path = "/apis/apps/v1/namespaces/" + seen.ref().namespace() + "/replicasets/" + replicaSet;
    return api.get(path, body -> Template.of(JSON.readTree(body)));
  }

  private Result<Request> request(Release seen, JsonNode template) {
    return seen.workload()
        .map(workload -> holder(seen, workload).map(holder -> requests.undo(holder, template)))
        .orElseGet(() -> Result.ok(requests.undo(seen, template)));
  }

  private Result<Holder> holder(Release seen, WorkloadRef workload) {
    var path = Holder.path(seen, workload);
    return api.get(path, JSON::readTree)
        .map(object ->
            new Holder(
                path,
                Holder.pointer(workload),
                object.at("/metadata/uid").asText(),
                object.at("/metadata/generation").asLong()));
  }
}
