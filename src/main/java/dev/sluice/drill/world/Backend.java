package dev.sluice.drill.world;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// What answers behind a Service, as the API server's service proxy reaches it.
@FunctionalInterface
public interface Backend {

  Answer answer(Request request);

  /// What is asked.
  ///
  /// @param path below the proxy's own, beginning with a slash, decoded
  /// @param query the parameters, decoded, each with all its values
  /// @param body the form or JSON that was posted; empty for none
  record Request(String method, String path, Map<String, List<String>> query, String body) {
    public Request {
      query = Map.copyOf(query);
    }
  }

  /// What is answered.
  record Answer(int status, String contentType, String body) {

    public static Answer json(int status, String body) {
      return new Answer(status, "application/json", body);
    }

    public byte[] bytes() {
      return body.getBytes(StandardCharsets.UTF_8);
    }
  }
}
