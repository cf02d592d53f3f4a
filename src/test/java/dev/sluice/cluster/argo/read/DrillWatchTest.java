package dev.sluice.cluster.argo.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.watch.Pace;
import dev.sluice.drill.Contexts;
import dev.sluice.drill.Drill;
import dev.sluice.drill.Stall;
import dev.sluice.drill.faults.Trouble;
import dev.sluice.drill.kubelet.Mishap;
import dev.sluice.drill.world.Resource;
import dev.sluice.release.Exit;
import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.Phase;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Scope;
import dev.sluice.release.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The watches, on the drill's API server, through everything that it can let go wrong.
class DrillWatchTest {
  private static final Scope SHOP = new Scope("test", Optional.of("shop"));
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Pace PACE =
      new Pace(
          Duration.ofMillis(20),
          Duration.ofMillis(300),
          LONG,
          LONG,
          Duration.ofSeconds(60),
          Duration.ofMillis(500),
          Duration.ofSeconds(2),
          Duration.ofMinutes(5));

  private final Drill drill =
      Drill.byHand(7, Instant.parse("2026-01-05T09:30:00Z"), Duration.ofSeconds(30), new Stall());
  private final ApiClient api = Contexts.open(drill, "alice");
  private final Recorder feed = new Recorder();
  private final ClusterWatch watch =
      new ClusterWatch(api, List.of("shop"), feed, InstantSource.system(), PACE).begin();

  @AfterEach
  void end() {
    watch.close();
    api.close();
    drill.close();
  }

  private boolean live() {
    return feed.link(SHOP) instanceof Link.Live;
  }

  private Release cart() {
    return feed.release("shop", "cart").orElseThrow();
  }

  /// Scales the canary: the ReplicaSet, its pods and their status all change.
  private void scale(int replicas) {
    var set =
        drill.world().get(Resource.REPLICA_SETS, "shop", "cart-" + Stall.CANARY).orElseThrow();
    set.withObject("/spec").put("replicas", replicas);
    drill.world().update(Resource.REPLICA_SETS, set);
    drill.clock().step(Duration.ofSeconds(10));
  }

  private boolean shows(int replicas) {
    var canary = cart().revisions().getFirst();
    return canary.desired() == replicas
        && canary.available() == replicas
        && canary.pods().ready() == replicas;
  }

  @Test
  void theWatchesCannotTellTheDrillFromACluster() {
    assertThat(feed.waits(this::live)).isTrue();
    assertThat(feed.waits(() -> shows(1))).isTrue();
    var cart = cart();
    assertThat(cart.progress().phase()).isEqualTo(Phase.PAUSED);
    assertThat(cart.traffic()).isEqualTo(new Traffic.Weighted(20, 20));
    assertThat(cart.revisions()).hasSize(2);
    assertThat(cart.revisions().getLast().pods().total()).isEqualTo(4);
    scale(3);
    assertThat(feed.waits(() -> shows(3))).isTrue();
    assertThat(feed.troubles()).isEmpty();
  }

  @Test
  void whatHappensToAReleaseIsFollowed() {
    var ref = new ReleaseRef("test", "shop", "cart");
    watch.follow(ref);
    assertThat(feed.waits(this::live)).isTrue();
    var about = drill.world().get(Resource.ROLLOUTS, "shop", "cart").orElseThrow();
    var event = about.objectNode().put("reason", "Noted").put("message", "m");
    event.putObject("metadata").put("namespace", "shop").put("generateName", "cart.");
    event.putObject("involvedObject").put("uid", about.at("/metadata/uid").asText());
    drill.world().create(Resource.EVENTS, event);
    assertThat(feed.waits(() -> feed.happenings(ref).size() == 1)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"refused", "cut", "half-open", "429", "503", "down"})
  void afterATroubleThePictureIsRightAgain(String trouble) {
    assertThat(feed.waits(() -> live() && shows(1))).isTrue();
    trouble(trouble);
    assertThat(feed.waits(() -> feed.link(SHOP) instanceof Link.Stale)).isTrue();
    scale(4);
    drill.faults().calm();
    drill.down(false);
    assertThat(feed.waits(() -> live() && shows(4))).isTrue();
    scale(2);
    assertThat(feed.waits(() -> shows(2))).isTrue();
  }

  private void trouble(String name) {
    switch (name) {
      case "refused" -> drill.faults().trouble(new Trouble.Refused());
      case "cut" -> drill.faults().trouble(new Trouble.Cut());
      case "half-open" -> drill.faults().trouble(new Trouble.HalfOpen());
      case "down" -> drill.down(true);
      default -> {
        drill.faults().trouble(new Trouble.Busy(Integer.parseInt(name), Duration.ofSeconds(1)));
        drill.faults().cutWatches();
      }
    }
  }

  @Test
  void aSlowServerIsNotADeadOne() {
    assertThat(feed.waits(() -> live() && shows(1))).isTrue();
    drill.faults().trouble(new Trouble.Slow(Duration.ofMillis(100)));
    scale(2);
    assertThat(feed.waits(() -> live() && shows(2))).isTrue();
  }

  @Test
  void watchesThatAreCutAndPlacesThatAreTooOldLoseNothing() {
    assertThat(feed.waits(() -> live() && shows(1))).isTrue();
    drill.faults().cutWatches();
    scale(2);
    assertThat(feed.waits(() -> shows(2))).isTrue();
    drill.faults().expiring(true);
    drill.faults().cutWatches();
    scale(3);
    assertThat(feed.waits(() -> shows(3))).isTrue();
    drill.faults().expiring(false);
    drill.compact();
    drill.faults().cutWatches();
    scale(1);
    assertThat(feed.waits(() -> shows(1))).isTrue();
  }

  @Test
  void whoMayNotWatchIsToldSo() {
    watch.close();
    var other = new Recorder();
    try (var nobody = Contexts.open(drill, "nobody");
        var _ =
            new ClusterWatch(nobody, List.of("shop"), other, InstantSource.system(), PACE)
                .begin()) {
      assertThat(other.waits(() -> other.link(SHOP) instanceof Link.Down)).isTrue();
      assertThat(other.link(SHOP))
          .isInstanceOfSatisfying(
              Link.Down.class,
              down -> assertThat(down.why()).isInstanceOf(Failure.Forbidden.class));
    }
  }

  @Test
  void aBadPodIsSeenWithItsExitAndItsLog() {
    drill
        .fates()
        .onePod(
            "web:2",
            new Mishap.Crash(
                Duration.ofSeconds(5), 137, "OOMKilled", List.of("FATAL out of memory")));
    scale(3);
    drill.clock().step(Duration.ofSeconds(20));
    assertThat(feed.waits(() -> live() && canaryExit().isPresent())).isTrue();
    var exit = canaryExit().orElseThrow();
    assertThat(exit.code()).isEqualTo(137);
    assertThat(exit.reason()).isEqualTo("OOMKilled");
    assertThat(cart().revisions().getFirst().pods().total()).isEqualTo(3);
    var log =
        watch.logTail(
            new ReleaseRef("test", "shop", "cart"), exit.pod(), exit.container(), 5, true);
    assertThat(log.orElse(failure -> List.of(failure.toString())).getLast())
        .endsWith("FATAL out of memory");
  }

  private Optional<Exit> canaryExit() {
    return cart().revisions().getFirst().pods().lastExit();
  }
}
