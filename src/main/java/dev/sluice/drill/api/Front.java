package dev.sluice.drill.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.sluice.drill.access.Users;
import dev.sluice.drill.faults.Faults;
import dev.sluice.drill.faults.Trouble;
import dev.sluice.drill.world.Refusal;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/// Takes every request: lets what is switched on go wrong, asks who is there, and says what cannot
/// be done as the API server says it.
final class Front implements HttpHandler {
  private final Users users;
  private final Faults faults;
  private final Routing routing;

  Front(Users users, Faults faults, Routing routing) {
    this.users = users;
    this.faults = faults;
    this.routing = routing;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (arrives(exchange)) {
        exchange.getResponseHeaders().set("Cache-Control", "no-cache, private");
        answer(exchange).send(exchange);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether the request is to be answered in earnest.
  private boolean arrives(HttpExchange exchange) throws IOException, InterruptedException {
    switch (faults.trouble()) {
      case Trouble.None _ -> {}
      case Trouble.Refused _ -> {
        return false;
      }
      case Trouble.Cut _ -> {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 4096);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        throw new IOException("cut");
      }
      case Trouble.Slow(var by) -> Thread.sleep(by);
      case Trouble.HalfOpen _ -> faults.awaitLine();
      case Trouble.Busy(var code, var retryAfter) -> {
        exchange.getResponseHeaders().set("Retry-After", Long.toString(retryAfter.toSeconds()));
        Answer.json(code, busy(code)).send(exchange);
        return false;
      }
    }
    return true;
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    var shown = exchange.getRequestHeaders().getFirst("Authorization");
    var user = users.of(Objects.requireNonNullElse(shown, ""));
    if (user.isEmpty()) {
      return Answer.json(401, Statuses.of(401, "Unauthorized", "Unauthorized"));
    }
    Optional<Target> target = Optional.empty();
    try {
      var call = Call.of(exchange, user.get());
      target = Target.of(call.segments());
      return routing.of(call, target);
    } catch (Refusal refusal) {
      return Answer.json(refusal.code(), Statuses.of(refusal, target));
    }
  }

  private static JsonNode busy(int code) {
    return code == 429
        ? Statuses.of(429, "TooManyRequests", "Too many requests, please try again later.")
        : Statuses.of(
            code, "ServiceUnavailable", "the server is currently unable to handle the request");
  }
}
