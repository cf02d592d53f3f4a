package dev.sluice.drill.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.access.Attempt;
import dev.sluice.drill.access.User;
import java.util.List;
import java.util.Optional;

/// Answers who a user is and what that user may do.
final class Reviews {
  private static final String AUTHENTICATION = "authentication.k8s.io";
  private static final String AUTHORIZATION = "authorization.k8s.io";

  private Reviews() {}

  /// Empty when the path is no review's. Everyone may ask about themselves.
  static Optional<Answer> of(Call call) {
    var path = call.segments();
    if (path.size() != 4 || !path.getFirst().equals("apis") || !path.get(2).equals("v1")) {
      return Optional.empty();
    }
    return switch (path.get(1) + "/" + path.get(3)) {
      case AUTHENTICATION + "/selfsubjectreviews" -> posted(call, self(call.user()));
      case AUTHORIZATION + "/selfsubjectaccessreviews" -> posted(call, access(call));
      case AUTHORIZATION + "/selfsubjectrulesreviews" -> posted(call, rules(call));
      default -> Optional.empty();
    };
  }

  private static Optional<Answer> posted(Call call, ObjectNode review) {
    return Optional.of(
        call.method().equals("POST")
            ? Answer.json(201, review)
            : Answer.json(
                405,
                Statuses.of(
                    405,
                    "MethodNotAllowed",
                    "the server does not allow this method on the requested resource")));
  }

  private static ObjectNode self(User user) {
    var review = review(AUTHENTICATION, "SelfSubjectReview");
    var info = review.putObject("status").putObject("userInfo").put("username", user.name());
    var groups = info.putArray("groups");
    user.groups().forEach(groups::add);
    groups.add("system:authenticated");
    return review;
  }

  private static ObjectNode access(Call call) {
    var asked = spec(call).path("resourceAttributes");
    var review = review(AUTHORIZATION, "SelfSubjectAccessReview");
    review.set("spec", spec(call).deepCopy());
    boolean allowed = asked.isMissingNode() || call.user().may(attempt(asked));
    var status = review.putObject("status").put("allowed", allowed);
    if (allowed) {
      status.put("reason", "RBAC: allowed by the drill's roles for \"" + call.user().name() + "\"");
    }
    return review;
  }

  private static Attempt attempt(JsonNode asked) {
    var sub = asked.path("subresource").asText();
    return new Attempt(
        asked.path("verb").asText(),
        asked.path("group").asText(),
        asked.path("resource").asText() + (sub.isEmpty() ? "" : "/" + sub),
        Optional.of(asked.path("namespace").asText()).filter(text -> !text.isEmpty()),
        asked.path("name").asText());
  }

  private static ObjectNode rules(Call call) {
    var namespace = spec(call).path("namespace").asText();
    var review = review(AUTHORIZATION, "SelfSubjectRulesReview");
    var status = review.putObject("status");
    var resources = status.putArray("resourceRules");
    for (var rule : call.user().rules()) {
      if (rule.namespaces().contains("*") || rule.namespaces().contains(namespace)) {
        var shown = resources.addObject();
        var verbs = shown.putArray("verbs");
        rule.verbs().forEach(verbs::add);
        shown.putArray("apiGroups").add("*");
        shown.putArray("resources").add("*");
      }
    }
    status.putArray("nonResourceRules");
    status.put("incomplete", false);
    return review;
  }

  private static JsonNode spec(Call call) {
    return call.object().path("spec");
  }

  private static ObjectNode review(String group, String kind) {
    var review = Call.JSON.createObjectNode();
    review.put("kind", kind).put("apiVersion", group + "/v1");
    review.putObject("metadata");
    review.putObject("spec");
    return review;
  }

  /// The kinds of review, for discovery.
  static List<String> groups() {
    return List.of(AUTHENTICATION, AUTHORIZATION);
  }
}
