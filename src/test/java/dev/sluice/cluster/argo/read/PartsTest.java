package dev.sluice.cluster.argo.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.argo.objects.Build;
import dev.sluice.cluster.argo.objects.Pod;
import java.util.List;
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

  private static Pod pod(Build... builds) {
    return new Pod("uid", "owner", true, false, 0, null, null, List.of(builds));
  }
}
