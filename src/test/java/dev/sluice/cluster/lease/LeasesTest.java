package dev.sluice.cluster.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.conduct.Helm;
import dev.sluice.drill.Contexts;
import dev.sluice.drill.Drill;
import dev.sluice.drill.Stall;
import dev.sluice.drill.world.Resource;
import dev.sluice.release.Failure;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Leases on an API server that speaks the real protocol.
class LeasesTest {

  private static final ReleaseRef CART = new ReleaseRef("test", "shop", "cart");
  private static final Instant START = Instant.parse("2026-01-05T09:30:00Z");

  private final Drill drill = Drill.byHand(7, START, Duration.ofSeconds(30), new Stall());
  private final ApiClient api = Contexts.open(drill, "alice");
  private Duration later = Duration.ZERO;

  @AfterEach
  void end() {
    api.close();
    drill.close();
  }

  @Test
  void theFirstToAskLeadsAndTheOthersHearWhoDoes() {
    assertThat(lead("one").mine()).isTrue();

    var other = lead("two");

    assertThat(other.mine()).isFalse();
    assertThat(other.holder()).isEqualTo("one");
    assertThat(spec("leaseDurationSeconds")).isEqualTo("15");
  }

  @Test
  void whoeverRenewsStaysIt() {
    lead("one");
    for (int i = 0; i < 5; i++) {
      later = later.plus(Duration.ofSeconds(10));
      assertThat(lead("one").mine()).isTrue();
      assertThat(lead("two").mine()).isFalse();
    }
    assertThat(spec("leaseTransitions")).isEqualTo("0");
  }

  @Test
  void whoeverFallsSilentIsFollowedWhenTheTermIsOver() {
    lead("one");
    later = Helm.TERM.minusSeconds(1);
    assertThat(lead("two").mine()).isFalse();
    later = Helm.TERM.plusSeconds(1);

    assertThat(lead("two").mine()).isTrue();

    assertThat(lead("one").mine()).isFalse();
    assertThat(spec("leaseTransitions")).isEqualTo("1");
  }

  @Test
  void whoeverStepsDownIsFollowedAtOnceAndOnlyTheHolderCan() {
    lead("one");
    leases("two").stepDown(CART);
    assertThat(lead("two").mine()).isFalse();

    leases("one").stepDown(CART);

    assertThat(lead("two").mine()).isTrue();
  }

  @Test
  void ofManyWhoReachForItAtOnceOneGetsIt() throws Exception {
    for (int round = 0; round < 5; round++) {
      later = later.plus(Helm.TERM).plusSeconds(2);
      int from = round * 10;
      List<Callable<Helm.Lead>> all =
          IntStream.range(from, from + 8)
              .<Callable<Helm.Lead>>mapToObj(i -> () -> lead("c" + i))
              .toList();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        int leading = 0;
        for (var asked : threads.invokeAll(all)) {
          leading += asked.get().mine() ? 1 : 0;
        }
        assertThat(leading).as("round %d", round).isEqualTo(1);
      }
    }
  }

  @Test
  void whoMayNotWriteDoesNotLead() {
    try (var viewer = Contexts.open(drill, "viewer")) {
      var answer = new Leases(viewer, Clock.systemUTC(), "one").campaign(CART);
      assertThat(answer)
          .isInstanceOfSatisfying(
              Result.Failed.class,
              failed -> assertThat(failed.failure()).isInstanceOf(Failure.Forbidden.class));
    }
  }

  private Leases leases(String identity) {
    return new Leases(api, Clock.offset(Clock.systemUTC(), later), identity);
  }

  private Helm.Lead lead(String identity) {
    return leases(identity)
        .campaign(CART)
        .orElse(why -> {
          throw new AssertionError(why);
        });
  }

  private String spec(String field) {
    return drill
        .world()
        .get(Resource.LEASES, "shop", "sluice-conduct-cart")
        .orElseThrow()
        .path("spec")
        .path(field)
        .asText();
  }
}
