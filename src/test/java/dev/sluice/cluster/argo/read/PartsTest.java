package dev.sluice.cluster.argo.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.argo.objects.Build;
import dev.sluice.cluster.argo.objects.Pod;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartsTest {

  @Test
  void aTagHasMovedWhereTwoPodsOfOneTemplateRunDifferentBuilds() {
    var proxy = new Build("proxy", "sha256:1");
    var one = pod(new Build("app", "sha256:1"), proxy);
    var other = pod(new Build("app", "sha256:2"), proxy);
    assertThat(Parts.moved(List.of(one, other))).contains("app");
    assertThat(Parts.moved(List.of(one, one))).isEmpty();
  }

  @Test
  void whatIsNotKnownYetHasNotMoved() {
    assertThat(Parts.moved(List.of(pod(new Build("app", "sha256:1")), pod()))).isEmpty();
  }

  @Test
  void noneIsReadySinceTheLastOneThatWasIsSoNoMore() {
    var now = Instant.parse("2026-03-02T10:31:00Z");
    var one = unready(now.minusSeconds(40));
    assertThat(Parts.unready(List.of(one, unready(now)))).contains(now);
    assertThat(Parts.unready(List.of(one, pod()))).isEmpty();
    assertThat(Parts.unready(List.of(one, unready(null)))).isEmpty();
    assertThat(Parts.unready(List.of())).isEmpty();
  }

  private static Pod unready(@Nullable Instant since) {
    return new Pod("uid", "owner", false, since, false, 0, null, null, List.of());
  }

  private static Pod pod(Build... builds) {
    return new Pod("uid", "owner", true, null, false, 0, null, null, List.of(builds));
  }
}
