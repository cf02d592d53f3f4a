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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The test bed's namespace `shop`: the users' clients, and kubectl as the hand of everybody else.
final class RealCluster {
  static final String NAMESPACE = "shop";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RealCluster SHARED = new RealCluster();
  private final TestBed bed = TestBed.shared();
  private final Map<String, ApiClient> clients = new ConcurrentHashMap<>();

  static RealCluster shared() {
    return SHARED;
  }

  ApiClient as(String user) {
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

  String prometheus() {
    return bed.prometheus();
  }

  String kubectl(String... words) {
    return bed.kubectl(here(words));
  }

  String argo(String... words) {
    return bed.argo(here(words));
  }

  void apply(String manifest) {
    try {
      var file = Files.createTempFile("shop", ".yaml");
      Files.writeString(file, manifest);
      kubectl("apply", "-f", file.toString());
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode get(String... words) {
    var all = Stream.concat(Stream.of("get", "-o", "json"), Stream.of(words));
    try {
      return JSON.readTree(kubectl(all.toArray(String[]::new)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Does something while the Argo Rollouts controller hangs, as a process that is stopped.
  void asleep(Runnable deed) {
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
