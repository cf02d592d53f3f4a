package dev.sluice.cluster.argo.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.cluster.kubeconfig.Kubeconfig;
import dev.sluice.cluster.kubeconfig.Sources;
import dev.sluice.cluster.watch.Pace;
import dev.sluice.release.Autoscaler;
import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.Owner;
import dev.sluice.release.Phase;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Scope;
import dev.sluice.release.Strategy;
import dev.sluice.release.Traffic;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("cluster")
class ClusterWatchIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final List<String> SAMPLES =
      List.of("shop/checkout", "shop/payments", "shop/search", "pay/ledger-api");

  private final TestBed bed = TestBed.shared();
  private final Recorder feed = new Recorder();
  private final List<AutoCloseable> open = new ArrayList<>();
  @TempDir private Path folder;

  @AfterEach
  void end() throws Exception {
    for (var one : open.reversed()) {
      one.close();
    }
  }

  private ClusterWatch watch(String user, String... namespaces) {
    var sources = Sources.ofProcess(List.of(bed.kubeconfig(user)));
    var api =
        Kubeconfig.load(sources)
            .currentContext()
            .then(context -> ApiClient.open(context, Surroundings.ofProcess(_ -> false)))
            .orElse(failure -> {
              throw new AssertionError(failure);
            });
    open.add(api);
    context = api.context();
    var watch =
        new ClusterWatch(api, List.of(namespaces), feed, InstantSource.system(), Pace.STANDARD)
            .begin();
    open.add(watch);
    return watch;
  }

  private String context = "";

  private Scope all() {
    return new Scope(context, Optional.empty());
  }

  private boolean live(Scope scope) {
    return feed.link(scope) instanceof Link.Live;
  }

  private Release release(String place) {
    return found(place).orElseThrow();
  }

  private Optional<Release> found(String place) {
    var parts = place.split("/", -1);
    return Optional.ofNullable(feed.releases().get(new ReleaseRef(context, parts[0], parts[1])));
  }

  private String told(String place, String field) {
    var parts = place.split("/", -1);
    return bed.kubectl(
        "get", "rollout", parts[1], "-n", parts[0], "-o", "jsonpath={" + field + "}");
  }

  private boolean current(String place) {
    return found(place)
        .map(r -> r.version().resourceVersion().equals(told(place, ".metadata.resourceVersion")))
        .orElse(false);
  }

  @Test
  void theSamplesAreListedAndShownAsArgosOwnCommandLineShowsThem() {
    watch("viewer");
    assertThat(feed.waits(PATIENCE, () -> live(all()) && SAMPLES.stream().allMatch(this::healthy)))
        .isTrue();
    for (String place : SAMPLES) {
      var parts = place.split("/", -1);
      var shown = bed.argo("get", "rollout", parts[1], "-n", parts[0], "--no-color");
      var release = release(place);
      assertThat(after(shown, "Status:"))
          .as(place)
          .endsWithIgnoringCase(release.progress().phase().name());
      assertThat(after(shown, "Desired:")).isEqualTo("" + release.capacity().desired());
      assertThat(after(shown, "Ready:")).isEqualTo("" + release.capacity().ready());
      if (release.traffic() instanceof Traffic.Weighted(int asked, int served)) {
        assertThat(after(shown, "SetWeight:")).isEqualTo("" + asked);
        assertThat(after(shown, "ActualWeight:")).isEqualTo("" + served);
      }
      if (release.strategy() instanceof Strategy.Canary canary && !canary.steps().isEmpty()) {
        assertThat(after(shown, "Step:"))
            .isEqualTo(release.progress().step().orElse(-1) + "/" + canary.steps().size());
      }
    }
    assertThat(release("pay/ledger-api").owner()).isInstanceOf(Owner.ArgoCd.class);
    assertThat(release("pay/ledger-api").current().orElseThrow().images()).isNotEmpty();
  }

  private boolean healthy(String place) {
    return found(place).map(r -> r.progress().phase() == Phase.HEALTHY).orElse(false);
  }

  private static String after(String shown, String label) {
    return shown
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith(label))
        .map(line -> line.substring(label.length()).strip())
        .findFirst()
        .orElse("nothing");
  }

  @Test
  void anUpdateIsFollowedToItsPauseWithItsHappenings() throws IOException {
    copy("search", "watched");
    var watch = watch("viewer", "shop");
    var ref = new ReleaseRef(context, "shop", "watched");
    watch.follow(ref);
    assertThat(feed.waits(PATIENCE, () -> healthy("shop/watched"))).isTrue();
    var container = told("shop/watched", ".spec.template.spec.containers[0].name");
    bed.argo("set", "image", "watched", container + "=registry.example/search:v9", "-n", "shop");
    assertThat(
            feed.waits(
                PATIENCE,
                () -> found("shop/watched").map(r -> phase(r, Phase.PAUSED)).orElse(false)))
        .isTrue();
    var release = release("shop/watched");
    assertThat(release.updating()).isTrue();
    assertThat(release.current().orElseThrow().version()).isEqualTo("v9");
    assertThat(release.traffic()).isEqualTo(new Traffic.Weighted(20, 20));
    assertThat(feed.waits(() -> !feed.happenings(ref).isEmpty())).isTrue();
    bed.kubectl("delete", "rollout", "watched", "-n", "shop");
    assertThat(feed.waits(PATIENCE, () -> found("shop/watched").isEmpty())).isTrue();
  }

  @Test
  void anAutoscalerOfARolloutIsKnownWhileItIsThere() throws IOException {
    watch("viewer", "shop");
    assertThat(feed.waits(PATIENCE, () -> healthy("shop/search"))).isTrue();
    var manifest =
        Files.writeString(
            folder.resolve("hpa.yaml"),
            """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: search-load, namespace: shop}
            spec:
              scaleTargetRef: {apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: search}
              minReplicas: 2
              maxReplicas: 9
            """);
    bed.kubectl("create", "-f", manifest.toString());
    var load = Optional.of(new Autoscaler("search-load", 2, 9));
    assertThat(feed.waits(PATIENCE, () -> autoscaler("shop/search").equals(load))).isTrue();
    bed.kubectl("delete", "-f", manifest.toString());
    assertThat(feed.waits(PATIENCE, () -> autoscaler("shop/search").isEmpty())).isTrue();
  }

  private Optional<Autoscaler> autoscaler(String place) {
    return release(place).capacity().autoscaler();
  }

  private static boolean phase(Release release, Phase phase) {
    return release.progress().phase() == phase && release.revisions().size() == 2;
  }

  /// Another rollout like that sample, so that the sample stays as it is.
  private void copy(String sample, String name) throws IOException {
    var got = bed.kubectl("get", "rollout", sample, "-n", "shop", "-o", "json");
    var rollout = (ObjectNode) JSON.readTree(got.replace("\"" + sample + "\"", "\"" + name + "\""));
    rollout.remove("status");
    var metadata = (ObjectNode) rollout.get("metadata");
    metadata.remove(
        List.of("uid", "resourceVersion", "generation", "creationTimestamp", "managedFields"));
    metadata.remove("annotations");
    var file = folder.resolve(name + ".json");
    Files.writeString(file, rollout.toString());
    bed.kubectl("create", "-f", file.toString());
  }

  @Test
  void aServerKilledMidWatchAndStartedAgainEndsWithTheRightPicture() {
    watch("viewer");
    assertThat(feed.waits(PATIENCE, () -> live(all()))).isTrue();
    bed.component("kube-apiserver", "kill");
    assertThat(feed.waits(() -> feed.link(all()) instanceof Link.Stale)).isTrue();
    bed.component("kube-apiserver", "start");
    assertThat(feed.waits(PATIENCE, () -> live(all()))).isTrue();
    for (String place : SAMPLES) {
      annotate(place, "after-the-kill");
    }
    assertThat(feed.waits(PATIENCE, () -> SAMPLES.stream().allMatch(this::current))).isTrue();
  }

  private void annotate(String place, String value) {
    var parts = place.split("/", -1);
    var mark = "sluice.dev/it=" + value;
    bed.kubectl("annotate", "rollout", parts[1], "-n", parts[0], mark, "--overwrite");
  }

  @Test
  void aFrozenServerWithOpenConnectionsShowsWithinTenSeconds() {
    watch("viewer");
    assertThat(feed.waits(PATIENCE, () -> live(all()))).isTrue();
    bed.component("kube-apiserver", "pause");
    long begun = System.nanoTime();
    try {
      assertThat(feed.waits(() -> feed.link(all()) instanceof Link.Stale)).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    } finally {
      bed.component("kube-apiserver", "resume");
    }
    assertThat(feed.waits(PATIENCE, () -> live(all()))).isTrue();
    annotate("shop/checkout", "thawed");
    assertThat(feed.waits(PATIENCE, () -> current("shop/checkout"))).isTrue();
  }

  @Test
  void aNamespaceTheUserMayNotReadDoesNotHinderTheOthers() {
    watch("scoped", "pay", "shop");
    var shop = new Scope(context, Optional.of("shop"));
    var pay = new Scope(context, Optional.of("pay"));
    assertThat(feed.waits(PATIENCE, () -> live(shop) && feed.link(pay) instanceof Link.Down))
        .isTrue();
    assertThat(((Link.Down) feed.link(pay)).why())
        .isInstanceOfSatisfying(
            Failure.Forbidden.class,
            why -> assertThat(why.reason().toLowerCase(Locale.ROOT)).contains("cannot list"));
    assertThat(found("shop/checkout")).isPresent();
  }

  @Test
  void thePodsLogIsRead() {
    var watch = watch("viewer", "shop");
    assertThat(feed.waits(PATIENCE, () -> healthy("shop/checkout"))).isTrue();
    var pod = bed.kubectl("get", "pods", "-n", "shop", "-o", "jsonpath={.items[0].metadata.name}");
    var container =
        bed.kubectl("get", "pod", pod, "-n", "shop", "-o", "jsonpath={.spec.containers[0].name}");
    var lines = watch.logTail(new ReleaseRef(context, "shop", "x"), pod, container, 5, false);
    assertThat(lines.orElse(failure -> List.of(failure.toString()))).hasSizeBetween(1, 5);
  }
}
