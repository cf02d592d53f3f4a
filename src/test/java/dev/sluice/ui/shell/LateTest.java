package dev.sluice.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LateTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final Late<Integer> late = new Late<>(asked::incrementAndGet);

  @Test
  void nothingIsMadeBeforeItIsAskedFor() {
    assertThat(late.made()).isEmpty();
    assertThat(asked).hasValue(0);
  }

  @Test
  void itIsMadeOnce() {
    assertThat(late.get()).isEqualTo(1);
    assertThat(late.get()).isEqualTo(1);
    assertThat(late.made()).contains(1);
  }
}
