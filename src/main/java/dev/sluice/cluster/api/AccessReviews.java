package dev.sluice.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.release.Failure;
import dev.sluice.release.Permissions;
import dev.sluice.release.Permissions.Kind;
import dev.sluice.release.Result;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Asks the API server what the user may do, and who the user is.
record AccessReviews(ApiClient api) {
  private static final ObjectMapper JSON = new ObjectMapper();

  Result<Permissions> permissions(String namespace) {
    Result<Map<Kind, String>> refusals = Result.ok(new EnumMap<>(Kind.class));
    for (var kind : Kind.values()) {
      refusals =
          refusals.then(known ->
              refusal(namespace, kind)
                  .map(reason -> {
                    reason.ifPresent(said -> known.put(kind, said));
                    return known;
                  }));
    }
    return refusals.map(Permissions::new);
  }

  /// Present when it is refused, with the API server's reason.
  private Result<Optional<String>> refusal(String namespace, Kind kind) {
    String[] resource = kind.resource().split("/", 2);
    var review = JSON.createObjectNode();
    review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectAccessReview");
    review
        .putObject("spec")
        .putObject("resourceAttributes")
        .put("namespace", namespace)
        .put("verb", "patch")
        .put("group", kind.group())
        .put("resource", resource[0])
        .put("subresource", resource.length > 1 ? resource[1] : "");
    return api.post(
            "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
            review.toString(),
            AccessReviews::tree)
        .map(answer -> {
          var status = answer.path("status");
          return status.path("allowed").asBoolean()
              ? Optional.empty()
              : Optional.of(status.path("reason").asText());
        });
  }

  /// @param otherwise for an API server older than the review, or one that keeps it from users
  Result<String> whoAmI(String otherwise) {
    var review = JSON.createObjectNode();
    review.put("apiVersion", "authentication.k8s.io/v1").put("kind", "SelfSubjectReview");
    var answer =
        api.post(
                "/apis/authentication.k8s.io/v1/selfsubjectreviews",
                review.toString(),
                AccessReviews::tree)
            .map(tree -> tree.path("status").path("userInfo").path("username").asText());
    return switch (answer) {
      case Result.Ok<String>(var name) -> Result.ok(name.isEmpty() ? otherwise : name);
      case Result.Failed<String>(Failure.Absent _) -> Result.ok(otherwise);
      case Result.Failed<String>(Failure.Forbidden _) -> Result.ok(otherwise);
      case Result.Failed<String> failed -> failed;
    };
  }

  private static JsonNode tree(InputStream in) throws IOException {
    return JSON.readTree(in);
  }
}
