package dev.sluice.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.state.Environment;
import dev.sluice.state.Opinion;
import dev.sluice.ui.stage.Samples;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
  private static final BoardRow ROW =
      BoardRows.of(
          Samples.canary(),
          Environment.PRODUCTION,
          Optional.empty(),
          Optional.of(Opinion.NOT_WORSE));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "CHECK prod-eu",
        "v1.9 paused",
        "shop checkout",
        "phase:paused",
        "state:pau ns:shop",
        "ctx:prod name:check",
        "cluster:eu",
        "env:prod",
        "strategy:canary version:v1.9",
        "verdict:not",
        "-ns:core",
        "-healthy paused"
      })
  void theseWordsMeanIt(String words) {
    assertThat(Filter.of(words).test(ROW)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "checkout prod-us",
        "phase:healthy",
        "ns:check",
        "env:staging",
        "verdict:worse",
        "-phase:paused",
        "nothing:like",
        "check paused -shop"
      })
  void theseDoNot(String words) {
    assertThat(Filter.of(words).test(ROW)).isFalse();
  }
}
