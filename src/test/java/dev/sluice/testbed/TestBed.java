package dev.sluice.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A test bed of its own, as `src/site/markdown/testbed.md` describes it. It ends with this
/// process, however that ends.
public final class TestBed implements AutoCloseable {
  private static final ObjectMapper JSON = new JsonMapper();
  private static final Path SOURCE = Path.of("src/testbed").toAbsolutePath();
  private static final Path FOLDER = Path.of("target/testbed").toAbsolutePath();

  private final Process process;
  private final JsonNode line;
  private final HttpClient http = HttpClient.newHttpClient();

  private TestBed(Process process, JsonNode line) {
    this.process = process;
    this.line = line;
  }

  private static final class Shared {
    static final TestBed BED = start();
  }

  /// The one that all tests of this process use, on rollouts of their own.
  public static TestBed shared() {
    return Shared.BED;
  }

  /// Builds what is not built yet, and waits until everything is ready.
  public static TestBed start() {
    try {
      Files.createDirectories(FOLDER);
      var launcher = FOLDER.resolve("launcher").toString();
      run(List.of("go", "build", "-C", SOURCE.resolve("launcher").toString(), "-o", launcher, "."));
      var process =
          new ProcessBuilder(launcher, "--until-eof", "--source", SOURCE.toString())
              .redirectError(FOLDER.resolve("launcher.log").toFile())
              .start();
      var line = process.inputReader().readLine();
      if (line == null) {
        throw new IllegalStateException("The test bed did not start, see " + FOLDER);
      }
      return new TestBed(process, JSON.readTree(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String prometheus() {
    return line.path("prometheus").asText();
  }

  public Path kubeconfig(String user) {
    return Path.of(line.path("kubeconfigs").path(user).asText());
  }

  public String apiServer() {
    return line.path("apiServer").asText();
  }

  public Path auditLog() {
    return Path.of(line.path("auditLog").asText());
  }

  /// Runs Argo's own command line as the administrator; returns what it printed.
  public String argo(String... arguments) {
    return asAdmin("kubectlArgoRollouts", arguments);
  }

  /// Runs kubectl as the administrator; returns what it printed.
  public String kubectl(String... arguments) {
    return asAdmin("kubectl", arguments);
  }

  /// Runs kubectl on kubeconfigs of the test's own, as `KUBECONFIG` lists them; returns what it
  /// printed.
  public String kubectlOn(List<Path> kubeconfigs, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(line.path("kubectl").asText());
    command.addAll(Arrays.asList(arguments));
    var listed = kubeconfigs.stream().map(Path::toString).toList();
    return run(command, Map.of("KUBECONFIG", String.join(File.pathSeparator, listed)));
  }

  /// Starts Argo's own command line as the administrator, and leaves it running.
  public Process argoStarted(String... arguments) {
    return started(command("kubectlArgoRollouts", "admin", arguments));
  }

  /// Starts kubectl as that user, and leaves it running.
  public Process kubectlStarted(String user, String... arguments) {
    return started(command("kubectl", user, arguments));
  }

  private static Process started(List<String> command) {
    try {
      return new ProcessBuilder(command).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String asAdmin(String program, String... arguments) {
    return run(command(program, "admin", arguments));
  }

  private List<String> command(String program, String user, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(line.path(program).asText());
    command.addAll(List.of("--kubeconfig", kubeconfig(user).toString()));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  /// Spoils a revision, see the test bed's page; returns its pod hash.
  public String fault(
      String namespace, String rollout, String revision, String kind, double value) {
    return control(
            "/fault",
            Map.of(
                "namespace", namespace,
                "rollout", rollout,
                "revision", revision,
                "kind", kind,
                "value", value))
        .path("hash")
        .asText();
  }

  public void rate(String namespace, String rollout, double rps) {
    control("/traffic", Map.of("namespace", namespace, "rollout", rollout, "rps", rps));
  }

  /// Where requests go now, by pod hash.
  public JsonNode traffic(String namespace, String rollout) {
    return answer(request("/traffic/" + namespace + "/" + rollout).GET());
  }

  public void component(String name, String verb) {
    control("/component/" + name + "/" + verb, Map.of());
  }

  private JsonNode control(String path, Map<String, Object> wish) {
    try {
      var body = BodyPublishers.ofString(JSON.writeValueAsString(wish));
      return answer(request(path).POST(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    var control = line.path("control");
    return HttpRequest.newBuilder(URI.create(control.path("url").asText() + path))
        .header("Authorization", "Bearer " + control.path("token").asText());
  }

  private JsonNode answer(HttpRequest.Builder request) {
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String run(List<String> command) {
    return run(command, Map.of());
  }

  private static String run(List<String> command, Map<String, String> environment) {
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      var process = builder.start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + ": " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try (http) {
      process.getOutputStream().close();
      process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
