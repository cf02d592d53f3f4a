package dev.sluice.cluster.argo.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.fake.FakeApi;
import dev.sluice.cluster.fake.Http;
import dev.sluice.cluster.watch.Pace;
import dev.sluice.release.Autoscaler;
import dev.sluice.release.Failure;
import dev.sluice.release.Happening;
import dev.sluice.release.Link;
import dev.sluice.release.PodHealth;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.release.Scope;
import dev.sluice.release.Traffic;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClusterWatchTest {
  private static final Optional<String> SHOP = Optional.of("shop");
  private static final Scope SCOPE = new Scope("test", SHOP);
  private static final ReleaseRef CHECKOUT = new ReleaseRef("test", "shop", "checkout");
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Pace PACE =
      new Pace(
          Duration.ofMillis(20),
          Duration.ofMillis(300),
          LONG,
          LONG,
          Duration.ofSeconds(60),
          Duration.ofMillis(500),
          Duration.ofSeconds(5),
          Duration.ofMinutes(5));

  private final FakeApi server = new FakeApi();
  private final ApiClient api = ApiClient.local("test", server.uri());
  private final Shop shop = new Shop(server, SHOP);
  private final Recorder feed = new Recorder();
  private Optional<ClusterWatch> watch = Optional.empty();

  private ClusterWatch start(Pace pace, String... namespaces) {
    var started =
        new ClusterWatch(api, List.of(namespaces), feed, InstantSource.system(), pace).begin();
    watch = Optional.of(started);
    return started;
  }

  @AfterEach
  void end() {
    watch.ifPresent(ClusterWatch::close);
    api.close();
    server.close();
  }

  private boolean live(Scope scope) {
    return feed.link(scope) instanceof Link.Live;
  }

  private Traffic traffic(String name) {
    return feed.release("shop", name).orElseThrow().traffic();
  }

  @Test
  void aReleaseIsFirstShownWithAllThatBelongsToIt() {
    shop.deploy("canary-mid-step", "shop", "checkout");
    start(PACE, "shop");
    assertThat(feed.waits(() -> live(SCOPE))).isTrue();
    assertThat(feed.calls("listed")).isEqualTo(1);
    assertThat(feed.calls("seen")).isZero();
    var release = feed.release("shop", "checkout").orElseThrow();
    assertThat(release.revisions()).hasSize(2);
    assertThat(release.revisions().getFirst().pods().total()).isEqualTo(2);
    assertThat(release.analyses()).hasSize(1);
  }

  @Test
  void aChangeOfAnyPartChangesItsRelease() {
    shop.deploy("blue-green-before", "shop", "checkout");
    start(PACE, "shop");
    assertThat(feed.waits(() -> live(SCOPE))).isTrue();
    shop.put(pod("pod-9", "rs-7d8f9b6c5-shop-checkout"));
    assertThat(feed.waits(() -> health().total() == 1)).isTrue();
    server.delete(shop.path("Pod"), "pod-9");
    assertThat(feed.waits(() -> health().total() == 0)).isTrue();
    var switched = Shop.objects("blue-green-after", "Service", "shop", "checkout").getFirst();
    shop.put(switched);
    var green = Optional.of("7d8f9b6c5");
    assertThat(feed.waits(() -> traffic("checkout").equals(new Traffic.Switched(green, green))))
        .isTrue();
    server.delete(shop.path("Rollout"), Shop.uid(rollout()));
    assertThat(feed.waits(() -> feed.release("shop", "checkout").isEmpty())).isTrue();
    assertThat(feed.calls("listed")).isEqualTo(1);
  }

  @Test
  void anAutoscalerOfARolloutIsKnownWhileItIsThere() {
    shop.deploy("canary-mid-step", "shop", "checkout");
    shop.put(autoscaler("Deployment", "checkout"));
    start(PACE, "shop");
    assertThat(feed.waits(() -> live(SCOPE))).isTrue();
    assertThat(scaledBy()).isEmpty();
    shop.put(autoscaler("Rollout", "checkout"));
    var hpa = new Autoscaler("hpa-Rollout", 2, 10);
    assertThat(feed.waits(() -> scaledBy().equals(Optional.of(hpa)))).isTrue();
    server.delete(shop.path("HorizontalPodAutoscaler"), "hpa-Rollout");
    assertThat(feed.waits(() -> scaledBy().isEmpty())).isTrue();
  }

  @Test
  void whoMayNotReadAutoscalersSeesTheReleasesAllTheSame() {
    shop.deploy("canary-mid-step", "shop", "checkout");
    var key = "LIST " + shop.path("HorizontalPodAutoscaler");
    server.always(key, Http.status(403, "Forbidden", "no autoscalers for you"));
    start(PACE, "shop");
    assertThat(feed.waits(() -> live(SCOPE))).isTrue();
  }

  private Optional<Autoscaler> scaledBy() {
    return feed.release("shop", "checkout").orElseThrow().capacity().autoscaler();
  }

  private static ObjectNode autoscaler(String kind, String name) {
    var hpa = JsonNodeFactory.instance.objectNode().put("kind", "HorizontalPodAutoscaler");
    var uid = "hpa-" + kind;
    hpa.putObject("metadata").put("uid", uid).put("name", uid).put("namespace", "shop");
    var spec = hpa.putObject("spec").put("minReplicas", 2).put("maxReplicas", 10);
    spec.putObject("scaleTargetRef").put("kind", kind).put("name", name);
    return hpa;
  }

  private PodHealth health() {
    return feed.release("shop", "checkout").orElseThrow().revisions().getFirst().pods();
  }

  private static ObjectNode rollout() {
    return Shop.rollout("blue-green-before", "shop", "checkout");
  }

  private static ObjectNode pod(String uid, String owner) {
    var pod = JsonNodeFactory.instance.objectNode().put("kind", "Pod");
    var metadata = pod.putObject("metadata").put("uid", uid).put("name", uid);
    metadata.put("namespace", "shop").putArray("ownerReferences").addObject().put("uid", owner);
    ((ObjectNode) metadata.path("ownerReferences").path(0)).put("controller", true);
    return pod;
  }

  @Test
  void whatChangesNothingOfAReleaseIsNotPublished() {
    shop.deploy("canary-mid-step", "shop", "checkout");
    start(PACE, "shop");
    assertThat(feed.waits(() -> live(SCOPE))).isTrue();
    Shop.objects("canary-mid-step", "Pod", "shop", "checkout").forEach(shop::put);
    Shop.objects("canary-mid-step", "ReplicaSet", "shop", "checkout").forEach(shop::put);
    shop.put(Shop.rollout("canary-mid-step", "shop", "last"));
    assertThat(feed.waits(() -> feed.release("shop", "last").isPresent())).isTrue();
    assertThat(feed.calls("seen")).isEqualTo(1);
  }

  @Test
  void aBurstCollapsesAndItsLastStateWins() {
    shop.deploy("canary-mid-step", "shop", "checkout");
    start(PACE, "shop");
    assertThat(feed.waits(() -> live(SCOPE))).isTrue();
    var rollout = Shop.rollout("canary-mid-step", "shop", "checkout");
    for (int i = 1; i <= 1000; i++) {
      ((ObjectNode) rollout.path("status")).put("readyReplicas", i);
      shop.put(rollout);
    }
    assertThat(feed.waits(() -> ready() == 1000)).isTrue();
    assertThat(feed.calls("seen")).isLessThan(500);
  }

  private int ready() {
    return feed.release("shop", "checkout").orElseThrow().capacity().ready();
  }

  @Test
  void oneForbiddenNamespaceDoesNotHinderTheOthers() {
    shop.deploy("canary-mid-step", "shop", "checkout");
    var forbidden = Optional.of("secret");
    for (String kind : List.of("Rollout", "ReplicaSet", "Pod", "Service")) {
      server.always(
          "LIST " + Shop.path(kind, forbidden), Http.status(403, "Forbidden", "not for you"));
    }
    start(PACE, "secret", "shop");
    var secret = new Scope("test", forbidden);
    assertThat(feed.waits(() -> live(SCOPE) && feed.link(secret) instanceof Link.Down)).isTrue();
    assertThat(feed.link(secret))
        .isEqualTo(new Link.Down(new Failure.Forbidden("test", "not for you")));
    assertThat(feed.release("shop", "checkout")).isPresent();
  }

  @Test
  void aClusterWithoutRolloutsIsDownAndSaysWhy() {
    server.always("LIST " + shop.path("Rollout"), Http.status(404, "NotFound", "no such kind"));
    start(PACE, "shop");
    assertThat(feed.waits(() -> feed.link(SCOPE) instanceof Link.Down)).isTrue();
    assertThat(((Link.Down) feed.link(SCOPE)).why()).isInstanceOf(Failure.Absent.class);
  }

  @Test
  void aClusterWithoutExperimentsIsNoLessLive() {
    shop.deploy("canary-mid-step", "shop", "checkout");
    server.always("LIST " + shop.path("Experiment"), Http.status(404, "NotFound", "no such kind"));
    start(PACE, "shop");
    assertThat(feed.waits(() -> live(SCOPE))).isTrue();
  }

  @Test
  void refusedCredentialsAreTriedAgainOnlyWhenAsked() {
    shop.deploy("canary-mid-step", "shop", "checkout");
    server.always("LIST " + shop.path("Rollout"), Http.status(401, "Unauthorized", "expired"));
    var started = start(PACE, "shop");
    assertThat(feed.waits(() -> feed.link(SCOPE) instanceof Link.Down)).isTrue();
    server.truth("LIST " + shop.path("Rollout"));
    started.retry();
    assertThat(feed.waits(() -> live(SCOPE))).isTrue();
    assertThat(feed.release("shop", "checkout")).isPresent();
  }

  @Test
  void anUnreadableRolloutIsNamedAndTheOthersAreShown() {
    shop.deploy("wrong-type", "shop", "checkout");
    start(PACE, "shop");
    assertThat(feed.waits(() -> live(SCOPE) && !feed.troubles().isEmpty())).isTrue();
    assertThat(feed.troubles().getFirst()).isInstanceOf(Failure.BadAnswer.class);
    assertThat(feed.troubles().getFirst().toString())
        .contains("shop/checkout", "status.readyReplicas");
    assertThat(feed.releases().keySet()).containsExactly(new ReleaseRef("test", "shop", "basket"));
  }

  @Test
  void silenceShowsWithinTenSecondsAndEndsWhenTheServerSpeaksAgain() {
    shop.deploy("canary-mid-step", "shop", "checkout");
    var renewals = new AtomicInteger();
    start(Pace.STANDARD, "shop").alsoRenew(renewals::incrementAndGet);
    assertThat(feed.waits(() -> live(SCOPE))).isTrue();
    server.fallSilent();
    long begun = System.nanoTime();
    assertThat(feed.waits(() -> feed.link(SCOPE) instanceof Link.Stale)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    var rollout = Shop.rollout("canary-mid-step", "shop", "checkout");
    ((ObjectNode) rollout.path("status")).put("readyReplicas", 3);
    int before = renewals.get();
    server.speakAgain();
    shop.put(rollout);
    assertThat(feed.waits(() -> live(SCOPE) && ready() == 3)).isTrue();
    assertThat(feed.waits(() -> renewals.get() > before)).as("others are woken, too").isTrue();
  }

  @Test
  void aServerThatIsGoneShowsAndItsSuccessorIsFollowed() {
    shop.deploy("canary-mid-step", "shop", "checkout");
    start(PACE, "shop");
    assertThat(feed.waits(() -> live(SCOPE))).isTrue();
    int port = server.uri().getPort();
    server.close();
    assertThat(feed.waits(() -> feed.link(SCOPE) instanceof Link.Stale)).isTrue();
    try (var successor = new FakeApi(port, server.store())) {
      new Shop(successor, SHOP).deploy("canary-done", "shop", "checkout");
      assertThat(
              feed.waits(
                  () -> live(SCOPE) && traffic("checkout").equals(new Traffic.Weighted(100, 100))))
          .isTrue();
      watch.ifPresent(ClusterWatch::close);
    }
  }

  @Test
  void afterAThousandRandomEventsAndManyFaultsTheReleasesAreThoseOfTheLastList() {
    var random = new Random(42);
    var scenarios =
        List.of("canary-mid-step", "canary-done", "aborted", "blue-green-before", "basic-canary");
    start(PACE, "shop");
    for (int i = 0; i < 1000; i++) {
      var name = "app-" + random.nextInt(20);
      var scenario = scenarios.get(random.nextInt(scenarios.size()));
      var rollout = Shop.rollout(scenario, "shop", name);
      if (random.nextInt(4) == 0) {
        server.delete(shop.path("Rollout"), Shop.uid(rollout));
      } else {
        shop.deploy(scenario, "shop", name);
      }
      disturb(random.nextInt(40));
    }
    var expected = new Recorder();
    try (var fresh =
        new ClusterWatch(api, List.of("shop"), expected, InstantSource.system(), PACE).begin()) {
      assertThat(expected.waits(() -> expected.link(SCOPE) instanceof Link.Live)).isTrue();
      assertThat(feed.waits(() -> feed.releases().equals(expected.releases()))).isTrue();
      assertThat(fresh).isNotNull();
    }
    assertThat(feed.releases()).isEqualTo(expected.releases()).isNotEmpty();
    assertThat(feed.calls("listed")).isGreaterThan(1);
  }

  private void disturb(int chance) {
    switch (chance) {
      case 0 -> server.store().endWatches();
      case 1 -> {
        server.store().compact();
        server.store().endWatches();
      }
      case 2 -> server.store().bookmark();
      case 3 -> server.next("WATCH " + shop.path("Pod"), Http.cut("", "{\"type\":"));
      case 4 -> server.next("LIST " + shop.path("ReplicaSet"), Http.status(503, "x", "busy"));
      default -> {}
    }
  }

  @Test
  void aFollowedReleasesHappeningsComeOldestFirstUntilUnfollowed() {
    shop.deploy("canary-mid-step", "shop", "checkout");
    shop.put(event("e2", "2026-03-02T10:20:00Z", "RolloutPaused", 3));
    shop.put(event("e1", "2026-03-02T10:10:00Z", "RolloutUpdated", 1));
    var started = start(PACE, "shop");
    started.follow(CHECKOUT);
    assertThat(feed.waits(() -> feed.happenings(CHECKOUT).size() == 2)).isTrue();
    assertThat(feed.happenings(CHECKOUT))
        .extracting(Happening::reason, Happening::count, Happening::source)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("RolloutUpdated", 1, "rollouts-controller"),
            org.assertj.core.groups.Tuple.tuple("RolloutPaused", 3, "rollouts-controller"));
    var selector = "involvedObject.uid=" + Shop.uid(rollout());
    assertThat(server.asked("LIST " + shop.path("Event")))
        .allSatisfy(asked -> assertThat(asked.query()).containsEntry("fieldSelector", selector));
    shop.put(event("e3", "2026-03-02T10:30:00Z", "RolloutAborted", 1));
    assertThat(feed.waits(() -> feed.happenings(CHECKOUT).size() == 3)).isTrue();
    int threads = started.threads().size();
    started.unfollow(CHECKOUT);
    assertThat(feed.waits(() -> started.threads().size() == threads - 1)).isTrue();
  }

  private static ObjectNode event(String uid, String at, String reason, int count) {
    var event = JsonNodeFactory.instance.objectNode().put("kind", "Event");
    event.putObject("metadata").put("uid", uid).put("name", uid).put("namespace", "shop");
    event.putObject("source").put("component", "rollouts-controller");
    return event
        .put("type", "Normal")
        .put("reason", reason)
        .put("message", "m")
        .put("count", count)
        .put("lastTimestamp", at);
  }

  @Test
  void theEndOfALogIsReadAsLines() {
    var log = "/api/v1/namespaces/shop/pods/checkout-1/log";
    server.always("LIST " + log, Http.text("one\ntwo\n"));
    var lines = start(PACE, "shop").logTail(CHECKOUT, "checkout-1", "app", 20, true);
    assertThat(lines).isEqualTo(Result.ok(List.of("one", "two")));
    assertThat(server.asked("LIST " + log).getFirst().query())
        .containsEntry("container", "app")
        .containsEntry("tailLines", "20")
        .containsEntry("previous", "true");
  }

  @Test
  void allNamespacesAreOneScope() {
    new Shop(server, Optional.empty()).deploy("canary-done", "shop", "checkout");
    new Shop(server, Optional.empty()).deploy("canary-done", "bank", "ledger");
    start(PACE);
    assertThat(feed.waits(() -> live(new Scope("test", Optional.empty())))).isTrue();
    assertThat(feed.releases().keySet())
        .containsExactlyInAnyOrder(CHECKOUT, new ReleaseRef("test", "bank", "ledger"));
  }

  @Test
  void closingEndsEveryThreadAndTheFeedIsCalledNoMore() {
    shop.deploy("canary-mid-step", "shop", "checkout");
    var started = start(PACE, "shop");
    started.follow(CHECKOUT);
    assertThat(feed.waits(() -> live(SCOPE) && server.store().watches(shop.path("Event")) > 0))
        .isTrue();
    assertThat(started.threads()).hasSizeGreaterThan(8).allMatch(Thread::isAlive);
    var threads = started.threads();
    started.close();
    assertThat(threads).noneMatch(Thread::isAlive);
    int calls = feed.calls();
    shop.put(Shop.rollout("canary-done", "shop", "checkout"));
    assertThat(feed.waits(Duration.ofMillis(300), () -> feed.calls() > calls)).isFalse();
  }

  @Test
  void closingEndsThreadsThatWaitForASilentServer() {
    server.fallSilent();
    var started = start(PACE, "shop");
    assertThat(feed.waits(() -> server.asked().size() >= 6)).isTrue();
    var threads = started.threads();
    started.close();
    assertThat(threads).noneMatch(Thread::isAlive);
  }
}
