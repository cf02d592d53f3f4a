package dev.sluice.cluster.kubeconfig;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.release.Result;
import dev.sluice.testbed.TestBed;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
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

  @Test
  void pathsAreTakenFromTheFolderOfTheFileThatNamesThem() throws IOException {
    var inner = Files.createDirectory(folder.resolve("inner"));
    var other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(inner.resolve("ca.crt"), "authority of eu");
    Files.writeString(Files.createDirectory(inner.resolve("certs")).resolve("a.crt"), "alice");
    Files.writeString(folder.resolve("a.key"), "key of alice");
    Files.writeString(other.resolve("ca.crt"), "authority of us");
    var first =
        Files.writeString(
            inner.resolve("config"),
            """
            current-context: eu
            clusters:
            - {name: eu, cluster: {server: "https://eu.example", certificate-authority: ca.crt}}
            users:
            - {name: alice, user: {client-certificate: certs/a.crt, client-key: ../a.key}}
            contexts:
            - {name: eu, context: {cluster: eu, user: alice}}
            """);
    var second =
        Files.writeString(
            other.resolve("config"),
            """
            clusters:
            - {name: us, cluster: {server: "https://us.example", certificate-authority: ./ca.crt}}
            contexts:
            - {name: us, context: {cluster: us, user: ""}}
            """);
    agree(List.of(first, second));
  }

  @Test
  void anEmptyCurrentContextIsFilledFromTheNextFile() throws IOException {
    var first =
        file(
            "first",
            """
            current-context: ""
            clusters:
            - {name: eu, cluster: {server: "https://eu.example"}}
            contexts:
            - {name: eu, context: {cluster: eu, user: ""}}
            """);
    var second = file("second", "current-context: eu\n");
    var empty = file("empty", "");
    agree(List.of(empty, first, second));
    agree(List.of(first, empty));
  }

  /// One file of several may be lost to kubectl that way; Sluice takes the first entry and says
  /// where the second stands.
  @Test
  void aNameThatStandsTwiceInAFileIsRefusedByKubectlAndToldByUs() throws IOException {
    var twice =
        file(
            "twice",
            """
            current-context: eu
            clusters:
            - {name: eu, cluster: {server: "https://one.example"}}
            - {name: eu, cluster: {server: "https://two.example"}}
            contexts:
            - {name: eu, context: {cluster: eu, user: ""}}
            """);

    assertThatThrownBy(() -> TestBed.shared().kubectlOn(List.of(twice), "config", "view"))
        .hasMessageContaining("duplicate name");
    var ours = Kubeconfig.load(sources(List.of(twice)));
    assertThat(read(ours).get("eu")).startsWith("https://one.example");
    assertThat(ours.problems()).hasSize(1);
  }

  /// With `--flatten` kubectl reads the files that are named.
  private void agree(List<Path> files) throws IOException {
    var view = new String[] {"config", "view", "--merge", "--flatten", "-o", "json"};
    var theirs = JSON.readTree(TestBed.shared().kubectlOn(files, view));
    var ours = Kubeconfig.load(sources(files));

    assertThat(ours.current().orElse("")).isEqualTo(theirs.path("current-context").asText());
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
        context.cluster().authority().map(KubeconfigAgainstKubectlIT::pem).orElse("-"),
        user.certificate().map(KubeconfigAgainstKubectlIT::pem).orElse("-"),
        user.key().map(KubeconfigAgainstKubectlIT::pem).orElse("-"));
  }

  private static String pem(Material material) {
    try {
      return switch (material) {
        case Material.Inline(var pem) -> pem.value();
        case Material.InFile(var path) -> Files.readString(path);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pem(JsonNode entry, String field) {
    var data = entry.path(field + "-data").asText();
    return data.isEmpty() ? "-" : new String(Base64.getDecoder().decode(data), UTF_8);
  }

  private static Map<String, String> read(JsonNode config) {
    Map<String, String> contexts = new TreeMap<>();
    for (var entry : config.path("contexts")) {
      var context = entry.path("context");
      var cluster = named(config.path("clusters"), context.path("cluster")).path("cluster");
      var user = named(config.path("users"), context.path("user")).path("user");
      contexts.put(
          entry.path("name").asText(),
          String.join(
              " ",
              cluster.path("server").asText(),
              cluster.path("tls-server-name").asText("-"),
              context.path("namespace").asText("-"),
              user.path("token").asText("-"),
              user.path("username").asText("-"),
              pem(cluster, "certificate-authority"),
              pem(user, "client-certificate"),
              pem(user, "client-key")));
    }
    return contexts;
  }

  private static JsonNode named(JsonNode entries, JsonNode name) {
    for (var entry : entries) {
      if (entry.path("name").equals(name)) {
        return entry;
      }
    }
    assertThat(name.asText()).as("an entry").isEmpty();
    return JSON.createObjectNode();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
