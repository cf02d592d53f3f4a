package dev.sluice.drill.traces;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.api.Watching;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.cluster.kubeconfig.Kubeconfig;
import dev.sluice.cluster.kubeconfig.Sources;
import dev.sluice.release.Result;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Plays the scripts on the real controller of a test bed and writes down what it does, a file a
/// script. The page of the test bed has the command.
public final class Recorder {
  static final Path FOLDER = Path.of("src/test/resources/traces");
  private static final int AT_ONCE = 6;
  private static final Duration STILL = Duration.ofSeconds(4);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration SILENCE = Duration.ofMinutes(10);
  private static final System.Logger LOG = System.getLogger(Recorder.class.getName());

  private final ApiClient api;
  private final String argo;
  private final String prometheus;

  private Recorder(ApiClient api, String argo, String prometheus) {
    this.api = api;
    this.argo = argo;
    this.prometheus = prometheus;
  }

  /// Records.
  ///
  /// @param arguments parts of the names of the scripts to play; none for all
  public static void main(String... arguments) throws IOException {
    Files.createDirectories(FOLDER);
    try (var bed = TestBed.start();
        var api = open(bed);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var recorder = new Recorder(api, version(), bed.prometheus());
      var places = new Semaphore(AT_ONCE);
      for (var script : Scripts.all()) {
        if (wanted(script.name(), arguments)) {
          threads.execute(() -> recorder.play(script, places));
        }
      }
    }
  }

  private static boolean wanted(String name, String... parts) {
    return parts.length == 0 || List.of(parts).stream().anyMatch(name::contains);
  }

  private static ApiClient open(TestBed bed) {
    return Kubeconfig.load(Sources.ofProcess(List.of(bed.kubeconfig("admin"))))
        .currentContext()
        .then(context -> ApiClient.open(context, Surroundings.ofProcess(_ -> false)))
        .orElse(failure -> {
          throw new IllegalStateException(failure.toString());
        });
  }

  private static String version() throws IOException {
    var matcher =
        Pattern.compile("argo-rollouts v(\\S+)")
            .matcher(Files.readString(Path.of("src/testbed/argo-rollouts/go.mod")));
    return matcher.find() ? matcher.group(1) : "unknown";
  }

  private void play(Script script, Semaphore places) {
    places.acquireUninterruptibly();
    try {
      var trace = record(script);
      Files.writeString(
          FOLDER.resolve(script.name() + ".json"), Trace.JSON.writeValueAsString(trace) + "\n");
      LOG.log(System.Logger.Level.INFO, "{0}: {1} steps", script.name(), trace.steps().size());
    } catch (IOException | RuntimeException | AssertionError failure) {
      LOG.log(System.Logger.Level.ERROR, script.name(), failure);
    } finally {
      places.release();
    }
  }

  private Trace record(Script script) throws IOException {
    var film = new Film();
    var manifest = script.manifest();
    var objects = Trace.JSON.readTree(manifest);
    try (var _ = watch(script.name(), film)) {
      for (var object : Trace.JSON.readTree(manifest.replace(Script.PROMETHEUS, prometheus))) {
        create(api, object);
      }
      var steps = new ArrayList<Trace.Step>();
      steps.add(settled(script.name(), film, Deed.await(0), null));
      for (var deed : script.deeds()) {
        steps.add(step(script.name(), film, deed));
      }
      return new Trace(script.name(), argo, objects, steps);
    }
  }

  static void create(ApiClient api, JsonNode object) {
    var version = object.path("apiVersion").asText();
    var path =
        (version.contains("/") ? "/apis/" : "/api/")
            + version
            + "/namespaces/shop/"
            + plural(object.path("kind").asText());
    api.post(path, object.toString(), Trace.JSON::readTree)
        .orElse(failure -> {
          throw new AssertionError(path + ": " + failure);
        });
  }

  private static String plural(String kind) {
    return switch (kind) {
      case "Ingress" -> "ingresses";
      default -> kind.toLowerCase(java.util.Locale.ROOT) + "s";
    };
  }

  private Trace.Step step(String name, Film film, Deed deed) {
    sleep(Duration.ofSeconds(deed.seconds()));
    var path = "/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/" + name;
    var request = deed.write().of(path, Seen.of(api, name));
    if (request != null) {
      var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      if (!(api.write(Deed.timed(request, now)) instanceof Result.Ok)) {
        throw new IllegalStateException(name + ": " + deed.verb() + " was refused");
      }
    }
    if (deed.atOnce()) {
      sleep(Duration.ofSeconds(1));
      return new Trace.Step(deed.verb(), deed.seconds(), true, request, null, null, null);
    }
    return settled(name, film, deed, request);
  }

  private Trace.Step settled(String name, Film film, Deed deed, dev.sluice.act.Request request) {
    var settling = new Settling();
    var seen = settle(name, settling);
    return new Trace.Step(
        deed.verb(),
        deed.seconds(),
        false,
        request,
        settling.settled(seen),
        film.cut(),
        seen.events());
  }

  private Seen settle(String name, Settling settling) {
    var end = Instant.now().plus(PATIENCE);
    var since = Instant.now();
    while (Instant.now().isBefore(end)) {
      sleep(Duration.ofMillis(400));
      var next = Seen.of(api, name);
      if (settling.moves(next)) {
        since = Instant.now();
      }
      if (Duration.between(since, Instant.now()).compareTo(STILL) > 0) {
        return next;
      }
    }
    throw new IllegalStateException(name + " never settles: " + Seen.of(api, name).settled());
  }

  private Closing watch(String name, Film film) {
    var handles = new ArrayList<Watching>();
    var begun = new CountDownLatch(4);
    for (var path :
        List.of(
            "/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts",
            "/apis/argoproj.io/v1alpha1/namespaces/shop/experiments",
            "/apis/apps/v1/namespaces/shop/replicasets",
            "/api/v1/namespaces/shop/services")) {
      var handle = new Watching();
      handles.add(handle);
      Thread.startVirtualThread(
          () -> watch(path + "?watch=true&labelSelector=app%3D" + name, film, handle, begun));
    }
    try {
      begun.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return () -> handles.forEach(Watching::close);
  }

  /// Closes without a checked exception.
  interface Closing extends AutoCloseable {
    @Override
    void close();
  }

  private void watch(String path, Film film, Watching handle, CountDownLatch begun) {
    api.watch(
        path,
        SILENCE,
        handle,
        new dev.sluice.cluster.api.EventSink() {
          @Override
          public void opened() {
            begun.countDown();
          }

          @Override
          public void event(byte[] json) throws IOException {
            film.saw(Trace.JSON.readTree(json).path("object"));
          }
        });
  }

  private static void sleep(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
