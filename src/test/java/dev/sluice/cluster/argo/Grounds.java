package dev.sluice.cluster.argo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.cluster.api.ApiClient;
import java.time.Clock;
import java.util.List;

/// A cluster's namespace `shop`: the users' clients, and the hand of everybody else.
interface Grounds {
  String NAMESPACE = "shop";

  /// The name of the users' context.
  String context();

  ApiClient as(String user);

  /// The cluster's time.
  Clock clock();

  String prometheus();

  /// Creates what the YAML documents describe.
  void apply(String manifests);

  /// A pipeline or a sync writes.
  ///
  /// @param patch JSON Patch
  void patch(String kind, String name, String patch);

  /// Somebody uses Argo's own command line; the Rollout's name comes last.
  void argo(String... words);

  List<JsonNode> pods(String label, String value);

  /// The Events about an object.
  JsonNode events(String reason, String uid);

  /// The pods of that revision are no longer ready.
  void unready(String hash);

  /// Does something while the Argo Rollouts controller hangs, as a process that is stopped.
  void asleep(Runnable deed);

  /// That Rollout and what is its own is needed no more.
  void remove(String name);
}
