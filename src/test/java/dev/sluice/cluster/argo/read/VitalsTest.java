package dev.sluice.cluster.argo.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VitalsTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration STALE = Duration.ofSeconds(8);
  private static final Failure WHY = new Failure.Unreachable("test", Words.of("api.timeout"));
  private static final Failure ABSENT = new Failure.Absent("test", "no such kind");

  private final Vitals vitals = new Vitals();

  private static Instant at(int seconds) {
    return START.plusSeconds(seconds);
  }

  private Link link(int answered, int now) {
    return vitals.link(new Pulse(at(answered), WHY), at(now), STALE);
  }

  private void allHeard(int when) {
    for (Part part : Part.values()) {
      vitals.heard(part, at(when));
    }
  }

  @Test
  void untilEveryPartWasHeardItIsConnecting() {
    vitals.heard(Part.ROLLOUTS, at(0));
    assertThat(vitals.complete()).isFalse();
    assertThat(link(0, 1)).isEqualTo(new Link.Connecting());
  }

  @Test
  void liveSinceTheNewestSignOfLifeOfAWatchOrTheProbe() {
    allHeard(1);
    assertThat(link(4, 5)).isEqualTo(new Link.Live(at(4)));
    vitals.heard(Part.PODS, at(5));
    assertThat(link(4, 5)).isEqualTo(new Link.Live(at(5)));
  }

  @Test
  void aQuietServerIsStaleEvenIfItsWatchesSeemOpen() {
    allHeard(1);
    assertThat(link(2, 10)).isInstanceOf(Link.Live.class);
    assertThat(link(2, 11)).isEqualTo(new Link.Stale(at(2), WHY));
  }

  @Test
  void oneBrokenPartMakesTheScopeStaleAsOfItsLastSignOfLife() {
    allHeard(1);
    vitals.broken(Part.PODS, WHY, new Pulse(at(3), WHY));
    vitals.broken(Part.PODS, WHY, new Pulse(at(9), WHY));
    assertThat(link(9, 10)).isEqualTo(new Link.Stale(at(3), WHY));
    vitals.heard(Part.PODS, at(10));
    assertThat(link(9, 10)).isEqualTo(new Link.Live(at(10)));
  }

  @Test
  void whatNeverWorkedIsDownWithItsReason() {
    vitals.broken(Part.ROLLOUTS, WHY, new Pulse(at(0), WHY));
    assertThat(link(0, 1)).isEqualTo(new Link.Down(WHY));
  }

  @Test
  void aPartGivenUpOutweighsAllOthers() {
    allHeard(1);
    vitals.broken(Part.PODS, WHY, new Pulse(at(1), WHY));
    var forbidden = new Failure.Forbidden("test", "no");
    vitals.down(Part.SERVICES, forbidden, at(2));
    assertThat(link(2, 2)).isEqualTo(new Link.Down(forbidden));
  }

  @Test
  void analysesMayBeAKindTheClusterDoesNotHaveButRolloutsMayNot() {
    allHeard(1);
    vitals.down(Part.EXPERIMENTS, ABSENT, at(2));
    assertThat(link(2, 2)).isInstanceOf(Link.Live.class);
    vitals.down(Part.ROLLOUTS, ABSENT, at(2));
    assertThat(link(2, 2)).isEqualTo(new Link.Down(ABSENT));
  }
}
