package dev.sluice.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What the API server has written down about one user's patches of one rollout.
record AuditTrail(Path log, String user, String rollout) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// One person's deed: how many of its writes were accepted and how many refused, and how long the
  /// first took to arrive.
  record Arrival(int accepted, int refused, Duration delay) {}

  private record Write(Instant at, boolean accepted) {}

  /// Patches since then, with `since` read from the same machine's clock as the server's.
  Arrival since(Instant since) throws IOException {
    var writes = writes(since);
    if (writes.isEmpty()) {
      throw new IllegalStateException("no write by " + user + " since " + since);
    }
    int accepted = (int) writes.stream().filter(Write::accepted).count();
    var delay = Duration.between(since, writes.getFirst().at());
    return new Arrival(accepted, writes.size() - accepted, delay);
  }

  /// When the API server received each accepted patch since then, in this order.
  List<Instant> received(Instant since) throws IOException {
    return writes(since).stream().filter(Write::accepted).map(Write::at).toList();
  }

  private List<Write> writes(Instant since) throws IOException {
    List<Write> writes = new ArrayList<>();
    try (Stream<String> lines = Files.lines(log)) {
      for (var line : (Iterable<String>) lines::iterator) {
        if (line.contains(rollout) && line.endsWith("}")) {
          note(JSON.readTree(line), since, writes);
        }
      }
    }
    writes.sort(Comparator.comparing(Write::at));
    return writes;
  }

  private void note(JsonNode entry, Instant since, List<Write> writes) {
    var at = Instant.parse(entry.path("requestReceivedTimestamp").asText());
    boolean ours =
        entry.at("/verb").asText().equals("patch")
            && entry.at("/objectRef/name").asText().equals(rollout)
            && entry.at("/user/username").asText().equals(user);
    if (ours && !at.isBefore(since)) {
      writes.add(new Write(at, entry.at("/responseStatus/code").asInt() == 200));
    }
  }
}
