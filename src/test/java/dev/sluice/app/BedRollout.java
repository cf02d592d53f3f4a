package dev.sluice.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A canary of a test's own on a test bed, in the namespace `shop`, and what the API server says of
/// it: 20 %, a pause, 60 %, a pause.
///
/// @param name also the app's and its image's
record BedRollout(TestBed bed, String name) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path MANIFEST = Path.of("src/test/resources/window/canary.yaml");
  private static final String SHOP = "shop";

  /// The step after the first pause has been left.
  static final int NEXT = 3;

  /// Creates it in its first version.
  ///
  /// @param folder where its manifest is left
  static BedRollout create(TestBed bed, String name, Path folder) throws IOException {
    var manifest = Files.readString(MANIFEST).replace("till", name);
    var file = Files.writeString(folder.resolve(name + ".yaml"), manifest);
    bed.kubectl("apply", "-f", file.toString());
    return new BedRollout(bed, name);
  }

  /// Starts an update, once the first version serves.
  void update() {
    bed.kubectl(
        "wait",
        "--for=jsonpath={.status.phase}=Healthy",
        "rollout",
        name,
        "-n",
        SHOP,
        "--timeout=120s");
    bed.argo("set", "image", name, name + "=registry.example/" + name + ":v3.2.0", "-n", SHOP);
  }

  /// Somebody else promotes it by one step.
  void promoteByOthers() {
    bed.argo("promote", name, "-n", SHOP);
  }

  int step() {
    return object().at("/status/currentStepIndex").asInt();
  }

  /// Whether the controller has brought every user back to the stable revision.
  boolean back() {
    var status = object().path("status");
    return status.has("abortedAt")
        && status.path("updatedReplicas").asInt() == 0
        && status.path("availableReplicas").asInt() == object().at("/spec/replicas").asInt();
  }

  private JsonNode object() {
    try {
      return JSON.readTree(bed.kubectl("get", "rollout", name, "-n", SHOP, "-o", "json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How often that user has changed it, as the API server has written it down.
  long writes(String user) {
    return new AuditLog(bed.auditLog(), name).writes(user);
  }
}
