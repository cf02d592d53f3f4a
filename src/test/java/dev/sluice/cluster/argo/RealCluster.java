package dev.sluice.cluster.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.cluster.kubeconfig.Kubeconfig;
import dev.sluice.cluster.kubeconfig.Sources;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The test bed, with kubectl as the hand of everybody else.
final class RealCluster implements Grounds {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RealCluster SHARED = new RealCluster();
  private final TestBed bed = TestBed.shared();
  private final Map<String, ApiClient> clients = new ConcurrentHashMap<>();

  static RealCluster shared() {
    return SHARED;
  }

  @Override
  public String context() {
    return as("alice").context();
  }

  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  public ApiClient as(String user) {
    return clients.computeIfAbsent(user, this::open);
  }

  private ApiClient open(String user) {
    var sources = Sources.ofProcess(List.of(bed.kubeconfig(user)));
    return Kubeconfig.load(sources)
        .currentContext()
        .then(context -> ApiClient.open(context, Surroundings.ofProcess(_ -> false)))
        .orElse(failure -> {
          throw new AssertionError(failure);
        });
  }

  @Override
  public String prometheus() {
    return bed.prometheus();
  }

  private String kubectl(String... words) {
    return bed.kubectl(here(words));
  }

  @Override
  public void argo(String... words) {
    bed.argo(here(words));
  }

  @Override
  public void patch(String kind, String name, String patch) {
    kubectl("patch", kind, name, "--type=json", "-p", patch);
  }

  @Override
  public List<JsonNode> pods(String label, String value) {
    return items(get("pods", "-l", label + "=" + value));
  }

  @Override
  public JsonNode events(String reason, String uid) {
    return get("events", "--field-selector", "reason=" + reason + ",involvedObject.uid=" + uid)
        .path("items");
  }

  private static List<JsonNode> items(JsonNode list) {
    return StreamSupport.stream(list.path("items").spliterator(), false).toList();
  }

  @Override
  public void unready(String hash) {
    for (var pod : pods("rollouts-pod-template-hash", hash)) {
      kubectl(
          "patch",
          "pod",
          pod.at("/metadata/name").asText(),
          "--subresource=status",
          "--type=strategic",
          "-p",
          "{\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":\"False\"}]}}");
    }
  }

  @Override
  public void remove(String name) {
    kubectl(
        "delete",
        "--wait=false",
        "rollout,service,ingress,deployment,analysistemplate,hpa",
        "-l",
        "it=" + name);
  }

  @Override
  public void apply(String manifest) {
    try {
      var file = Files.createTempFile("shop", ".yaml");
      Files.writeString(file, manifest);
      kubectl("create", "-f", file.toString());
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode get(String... words) {
    var all = Stream.concat(Stream.of("get", "-o", "json"), Stream.of(words));
    try {
      return JSON.readTree(kubectl(all.toArray(String[]::new)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void asleep(Runnable deed) {
    bed.component("argo-rollouts", "pause");
    try {
      deed.run();
    } finally {
      bed.component("argo-rollouts", "resume");
    }
  }

  private static String[] here(String... words) {
    return Stream.concat(Stream.of(words), Stream.of("-n", NAMESPACE)).toArray(String[]::new);
  }
}
