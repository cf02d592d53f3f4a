package dev.sluice.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import okhttp3.Response;

/// What an error answer says: the sentence of a Kubernetes `Status`, else the `error` of other JSON
/// (Prometheus behind the service proxy), else the beginning of the text.
///
/// @param message for people; may be empty
/// @param status whether it is a `Status`, so that the API server itself spoke and no proxy
/// @param detailed whether the `Status` names the object or causes
record StatusText(String message, boolean status, boolean detailed) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int READ = 256 * 1024;
  private static final int SHOWN = 300;

  static StatusText of(Response response) throws IOException {
    var bytes = new LimitedStream(response.body().byteStream(), Long.MAX_VALUE).readNBytes(READ);
    try {
      var tree = JSON.readTree(bytes);
      return tree != null && tree.isObject() ? ofJson(tree) : ofText(response, bytes);
    } catch (IOException _) {
      // No JSON, or an encoding that it only seems to be in: the bytes are all here.
      return ofText(response, bytes);
    }
  }

  private static StatusText ofJson(JsonNode tree) {
    var status = "Status".equals(tree.path("kind").asText());
    var message = tree.path(tree.has("message") ? "message" : "error").asText();
    var details = tree.path("details");
    var detailed = details.path("causes").size() > 0 || !details.path("name").asText().isEmpty();
    return new StatusText(shortened(message), status, detailed);
  }

  private static StatusText ofText(Response response, byte[] bytes) {
    // A page's mark-up says nothing to the user.
    var type = Objects.requireNonNullElse(response.header("Content-Type"), "");
    var html = type.startsWith("text/html");
    var text = html ? "" : new String(bytes, StandardCharsets.UTF_8).strip();
    return new StatusText(shortened(text), false, false);
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
