package dev.sluice.drill.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.drill.store.Store;
import dev.sluice.drill.world.Backend;
import dev.sluice.drill.world.Refusal;
import dev.sluice.drill.world.Resource;
import java.util.List;

/// Hands a request on to what is behind a Service.
record ServiceProxy(Store store, Backends backends) {

  private static final List<String> SCHEMES = List.of("", "http", "https");

  Answer of(Call call, Target target) {
    var address = address(target.name());
    var service =
        store
            .get(Resource.SERVICES, target.place(), address.name())
            .orElseThrow(() -> Refusal.notFound(Resource.SERVICES, address.name()));
    if (!hasPort(service, address.port())) {
      throw unavailable(
          "no service port \"%s\" found for service \"%s\""
              .formatted(address.port(), address.name()));
    }
    var backend =
        backends
            .behind(target.place(), address.name())
            .orElseThrow(() ->
                unavailable("no endpoints available for service \"%s\"".formatted(target.name())));
    var path = "/" + String.join("/", target.rest());
    var answer =
        backend.answer(new Backend.Request(call.method(), path, call.query(), call.body()));
    return Answer.bytes(answer.status(), answer.contentType(), answer.bytes());
  }

  private record Address(String name, String port) {}

  /// `name`, `name:port` or `scheme:name:port`.
  private static Address address(String text) {
    var parts = text.split(":", -1);
    boolean schemed = parts.length == 3 && SCHEMES.contains(parts[0]);
    if (parts.length > 2 && !schemed) {
      throw new Refusal(400, "BadRequest", "invalid service request \"" + text + "\"");
    }
    int name = schemed ? 1 : 0;
    return new Address(parts[name], parts.length > name + 1 ? parts[name + 1] : "");
  }

  private static boolean hasPort(JsonNode service, String port) {
    var ports = service.at("/spec/ports");
    return port.isEmpty()
        ? ports.size() == 1
        : ports
            .valueStream()
            .anyMatch(one ->
                one.path("name").asText().equals(port) || one.path("port").asText().equals(port));
  }

  private static Refusal unavailable(String message) {
    return new Refusal(503, "ServiceUnavailable", message);
  }
}
