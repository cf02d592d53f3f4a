package dev.sluice.cluster.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.release.Result;
import dev.sluice.testbed.TestBed;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same files read by us and by the real kubectl.
@Tag("cluster")
class KubeconfigAgainstKubectlIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void severalFilesMergeAsKubectlMergesThem() throws IOException {
    var first =
        file(
            "first",
            """
            current-context: eu
            clusters:
            - {name: eu, cluster: {server: "https://eu.example:6443"}}
            - {name: shared, cluster: {server: "https://first.example"}}
            users:
            - {name: alice, user: {token: first-token}}
            contexts:
            - {name: eu, context: {cluster: eu, user: alice, namespace: shop}}
            """);
    var second =
        file(
            "second",
            """
            current-context: us
            clusters:
            - {name: us, cluster: {server: "https://us.example", tls-server-name: api.us}}
            - {name: shared, cluster: {server: "https://second.example"}}
            users:
            - {name: alice, user: {token: second-token}}
            - {name: bob, user: {username: bob, password: secret}}
            contexts:
            - {name: us, context: {cluster: us, user: bob}}
            - {name: eu, context: {cluster: shared, user: bob}}
            - {name: both, context: {cluster: shared, user: alice}}
            """);
    agree(List.of(first, folder.resolve("not-there"), second));
  }

  @Test
  void theTestBedsOwnKubeconfigsAreReadAsKubectlReadsThem() throws IOException {
    var bed = TestBed.shared();
    agree(List.of(bed.kubeconfig("alice"), bed.kubeconfig("carol"), bed.kubeconfig("viewer")));
  }

  private void agree(List<Path> files) throws IOException {
    var theirs =
        JSON.readTree(
            TestBed.shared().kubectlOn(files, "config", "view", "--merge", "--raw", "-o", "json"));
    var ours = Kubeconfig.load(sources(files));

    assertThat(ours.current()).contains(theirs.path("current-context").asText());
    assertThat(read(ours)).isEqualTo(read(theirs));
  }

  private Sources sources(List<Path> files) {
    var listed = files.stream().map(Path::toString).toList();
    return new Sources(
        List.of(),
        Map.of("KUBECONFIG", String.join(File.pathSeparator, listed)),
        folder,
        folder.resolve("no-service-account"));
  }

  private static Map<String, String> read(Kubeconfig kubeconfig) {
    Map<String, String> contexts = new TreeMap<>();
    kubeconfig
        .contexts()
        .forEach((name, result) -> {
          if (!(result instanceof Result.Ok<Context>(var context))) {
            throw new AssertionError(name + ": " + result);
          }
          contexts.put(name, told(context));
        });
    return contexts;
  }

  private static String told(Context context) {
    var user = context.user();
    return String.join(
        " ",
        context.cluster().server().toString(),
        context.cluster().tlsServerName().orElse("-"),
        context.namespace().orElse("-"),
        user.token().map(Secret::value).orElse("-"),
        user.basic().map(User.Basic::username).orElse("-"),
        user.certificate().isPresent() ? "certificate" : "-");
  }

  private static Map<String, String> read(JsonNode config) {
    Map<String, String> contexts = new TreeMap<>();
    for (var entry : config.path("contexts")) {
      var context = entry.path("context");
      var cluster = named(config.path("clusters"), context.path("cluster")).path("cluster");
      var user = named(config.path("users"), context.path("user")).path("user");
      boolean certificate = user.has("client-certificate") || user.has("client-certificate-data");
      contexts.put(
          entry.path("name").asText(),
          String.join(
              " ",
              cluster.path("server").asText(),
              cluster.path("tls-server-name").asText("-"),
              context.path("namespace").asText("-"),
              user.path("token").asText("-"),
              user.path("username").asText("-"),
              certificate ? "certificate" : "-"));
    }
    return contexts;
  }

  private static JsonNode named(JsonNode entries, JsonNode name) {
    for (var entry : entries) {
      if (entry.path("name").equals(name)) {
        return entry;
      }
    }
    throw new AssertionError("no entry " + name);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
