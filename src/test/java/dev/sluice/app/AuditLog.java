package dev.sluice.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What the API server of a test bed has written down of requests for one object.
record AuditLog(Path file, String object) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// How often these users have changed it.
  long writes(String... users) {
    return Stream.of(users)
        .flatMap(user -> requests(user).stream())
        .filter(entry -> entry.at("/verb").asText().equals("patch"))
        .filter(entry -> answer(entry) == 200)
        .count();
  }

  /// What that user was answered, oldest first.
  List<Integer> answers(String user) {
    return requests(user).stream().map(AuditLog::answer).toList();
  }

  private List<JsonNode> requests(String user) {
    try (var lines = Files.lines(file)) {
      return lines
          .flatMap(AuditLog::entry)
          .filter(entry -> entry.at("/user/username").asText().equals(user))
          .filter(entry -> entry.at("/objectRef/name").asText().equals(object))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int answer(JsonNode entry) {
    return entry.at("/responseStatus/code").asInt();
  }

  private static Stream<JsonNode> entry(String line) {
    try {
      return Stream.of(JSON.readTree(line));
    } catch (IOException unfinished) {
      return Stream.empty();
    }
  }
}
