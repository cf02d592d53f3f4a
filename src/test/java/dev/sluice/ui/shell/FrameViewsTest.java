package dev.sluice.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Failure;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Event;
import dev.sluice.text.Words;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameViewsTest {
  @ParameterizedTest
  @CsvSource({
    "prod-eu, true",
    "eu_PRODUCTION_1, true",
    "gke.live.shop, true",
    "staging, false",
    "reproduce, false",
    "product-dev, false",
    "delivery, false"
  })
  void aContextsNameTellsProduction(String context, boolean production) {
    assertThat(FrameViews.production(context)).isEqualTo(production);
  }

  @Test
  void anOpenReleaseIsFramedByItsOwnContext() {
    var frame = FrameViews.of(World.of(Samples.canary()).state());
    assertThat(frame.contexts()).containsExactly("prod-eu");
    assertThat(frame.production()).isTrue();
    assertThat(frame.user()).isEqualTo("alice");
    assertThat(frame.clock()).isEqualTo("14:32:07 UTC");
    assertThat(frame.age().mark()).isEqualTo(Mark.LIVE);
  }

  @Test
  void whatCouldNotBeUsedIsSaidOnceAndClearly() {
    var failure = new Failure.Unreachable("prod-us", Words.of("api.timeout"));
    var frame = FrameViews.of(World.empty("prod-eu").tell(new Event.Troubled(failure)).state());
    assertThat(frame.problems()).hasSize(1);
    assertThat(frame.problems().getFirst().words()).contains("prod-us");
  }

  @Test
  void beforeAnythingIsKnownThereIsAFrame() {
    var frame = FrameViews.of(ConsoleState.at(Samples.NOW));
    assertThat(frame.contexts()).isEmpty();
    assertThat(frame.age().words()).isEqualTo("connecting…");
  }
}
