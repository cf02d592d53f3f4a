package dev.sluice.drill.argo.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// A ReplicaSet of a Rollout, as it was last read or written.
public final class ReplicaSet {
  public static final String HASH = "rollouts-pod-template-hash";
  public static final String REVISION = "rollout.argoproj.io/revision";
  public static final String HISTORY = "rollout.argoproj.io/revision-history";
  public static final String DESIRED = "rollout.argoproj.io/desired-replicas";
  public static final String DEADLINE = "scale-down-deadline";

  /// Oldest first.
  public static final Comparator<ReplicaSet> BY_AGE =
      Comparator.comparing(ReplicaSet::created).thenComparing(ReplicaSet::name);

  /// Latest revision first.
  public static final Comparator<ReplicaSet> LATEST =
      Comparator.comparingLong(ReplicaSet::revision).thenComparing(ReplicaSet::created).reversed();

  private ObjectNode json;

  public ReplicaSet(ObjectNode json) {
    this.json = json;
  }

  /// What a write made of it.
  public void became(ObjectNode written) {
    json = written;
  }

  /// To be changed and written.
  public ObjectNode copy() {
    return json.deepCopy();
  }

  public String name() {
    return json.at("/metadata/name").asText();
  }

  public String uid() {
    return json.at("/metadata/uid").asText();
  }

  public String hash() {
    return json.at("/metadata/labels").path(HASH).asText();
  }

  public Instant created() {
    return Times.read(json.at("/metadata/creationTimestamp")).orElse(Instant.EPOCH);
  }

  public long revision() {
    return annotation(REVISION).asLong();
  }

  public JsonNode annotation(String key) {
    return json.at("/metadata/annotations").path(key);
  }

  public JsonNode template() {
    return json.at("/spec/template");
  }

  public JsonNode selector() {
    return json.at("/spec/selector");
  }

  /// How many pods it is to have.
  public int wanted() {
    return json.at("/spec/replicas").asInt(1);
  }

  /// How many it has.
  public int actual() {
    return json.at("/status/replicas").asInt();
  }

  public int ready() {
    return json.at("/status/readyReplicas").asInt();
  }

  public int available() {
    return json.at("/status/availableReplicas").asInt();
  }

  /// Whether its own controller has seen its latest spec.
  public boolean observed() {
    return json.at("/metadata/generation").asLong()
        <= json.at("/status/observedGeneration").asLong();
  }

  /// When its pods may go that are no longer needed.
  public Optional<Instant> deadline() {
    return Times.read(annotation(DEADLINE));
  }

  public boolean hasDeadline() {
    return !annotation(DEADLINE).asText().isEmpty();
  }

  public boolean full() {
    return wanted() != 0 && available() != 0 && wanted() <= available();
  }

  /// Whether the Rollout's whole number of pods is here and serves.
  public boolean saturated(int replicas) {
    return wanted() == replicas
        && available() == replicas
        && annotation(DESIRED).asText().equals(Integer.toString(replicas));
  }
}
