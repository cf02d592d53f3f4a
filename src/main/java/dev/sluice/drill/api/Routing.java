package dev.sluice.drill.api;

import dev.sluice.drill.access.Attempt;
import dev.sluice.drill.store.Store;
import dev.sluice.drill.world.Refusal;
import java.util.Optional;
import java.util.Set;

/// Finds who answers a call, once the user is known to be allowed.
record Routing(
    Store store,
    Lists lists,
    Watches watches,
    Writes writes,
    PodLog logs,
    ServiceProxy proxy,
    Audit audit) {

  private static final Set<String> READING = Set.of("get", "list", "watch");

  Answer of(Call call, Optional<Target> target) {
    return Reviews.of(call)
        .or(() -> target.map(found -> allowed(call, found)))
        .or(() -> Discovery.of(call.segments()))
        .orElseGet(Answer::nowhere);
  }

  private Answer allowed(Call call, Target target) {
    var attempt = target.attempt(call);
    if (READING.contains(attempt.verb()) || target.sub().equals("proxy")) {
      return permitted(call, target, attempt);
    }
    try {
      var answer = permitted(call, target, attempt);
      note(call, attempt, attempt.verb().equals("create") ? 201 : 200);
      return answer;
    } catch (Refusal refusal) {
      note(call, attempt, refusal.code());
      throw refusal;
    }
  }

  /// A trial changes nothing, and is no deed.
  private void note(Call call, Attempt attempt, int code) {
    if (call.parameter("dryRun").isEmpty()) {
      audit.wrote(
          new Audit.Deed(
              store.now(),
              call.user().name(),
              attempt.verb(),
              attempt.resource(),
              attempt.namespace().orElse(""),
              attempt.name(),
              call.body(),
              code));
    }
  }

  private Answer permitted(Call call, Target target, Attempt attempt) {
    if (!call.user().may(attempt)) {
      throw new Refusal(403, "Forbidden", attempt.refusal(call.user()));
    }
    return switch (target.resource().plural() + "/" + target.sub()) {
      case "pods/log" -> logs.of(call, target);
      case "services/proxy" -> proxy.of(call, target);
      default -> {
        if (!target.sub().isEmpty() && !isStatus(target)) {
          throw absent();
        }
        yield object(call, target);
      }
    };
  }

  private static boolean isStatus(Target target) {
    return target.sub().equals("status")
        && target.resource().hasStatus()
        && target.rest().isEmpty();
  }

  private Answer object(Call call, Target target) {
    if (call.method().equals("GET") && call.flag("watch") && target.sub().isEmpty()) {
      return watches.watch(call, target);
    }
    return switch (call.method() + (target.collection() ? " all" : " one")) {
      case "GET one" -> read(target);
      case "GET all" -> lists.list(call, target);
      case "POST all" -> writes.create(call, target);
      case "PUT one" -> writes.update(call, target);
      case "PATCH one" -> writes.patch(call, target);
      case "PUT all", "PATCH all" -> throw new Refusal(400, "BadRequest", "name must be provided");
      case "DELETE one", "DELETE all" -> writes.delete(call, target);
      default ->
          throw new Refusal(
              405,
              "MethodNotAllowed",
              "the server does not allow this method on the requested resource");
    };
  }

  private Answer read(Target target) {
    return Answer.json(
        200,
        store
            .get(target.resource(), target.place(), target.name())
            .orElseThrow(() -> Refusal.notFound(target.resource(), target.name())));
  }

  private static Refusal absent() {
    return new Refusal(404, "NotFound", "the server could not find the requested resource");
  }
}
