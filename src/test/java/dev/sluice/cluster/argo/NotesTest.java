package dev.sluice.cluster.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.cluster.argo.ModelCluster.Kind;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class NotesTest {
  private final Notes notes = new Notes(Clock.fixed(Releases.NOON, ZoneOffset.UTC), "alice");

  @Test
  void isAnEventAboutExactlyThatRollout() {
    var request = notes.about(Releases.of(Kind.ROUTED).build(), "RolledBack", "to a");

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/api/v1/namespaces/shop/events?fieldManager=sluice");
    assertThat(request.body())
        .isEqualTo(
            """
            {"apiVersion":"v1","kind":"Event",\
            "metadata":{"generateName":"checkout.sluice.","namespace":"shop"},\
            "involvedObject":{"apiVersion":"argoproj.io/v1alpha1","kind":"Rollout",\
            "name":"checkout","namespace":"shop","uid":"u1","resourceVersion":"7"},\
            "type":"Normal","reason":"RolledBack","message":"to a",\
            "firstTimestamp":"2026-01-02T12:00:00Z","lastTimestamp":"2026-01-02T12:00:00Z",\
            "count":1,"reportingComponent":"sluice","source":{"component":"alice"}}\
            """);
  }

  @Test
  void cutsAMessageThatTheApiServerWouldRefuse() throws JsonProcessingException {
    var request = notes.about(Releases.of(Kind.ROUTED).build(), "Paused", "x".repeat(5000));

    assertThat(new ObjectMapper().readTree(request.body()).get("message").asText()).hasSize(1024);
  }
}
