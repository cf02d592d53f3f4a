package dev.sluice.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Release;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.Picture;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import dev.sluice.ui.theme.Theme;
import java.util.Locale;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WhyNotTest {
  private final Release canary = Samples.canary();

  @Test
  void everyReasonIsThereAtOnceWithWhatWouldTakeItAway() {
    var verb = locked();
    assertThat(verb.against())
        .extracting(Obstacle::words)
        .contains(
            "Error rate: no data",
            "Latency p99: no data",
            "Soak: 42:10 min of 1 h",
            "Charts reviewed: nobody has signed for this stage");
    assertThat(verb.against()).allSatisfy(one -> assertThat(one.change()).startsWith("passes"));
    assertThat(verb.against()).extracting(Obstacle::mark).contains(Mark.HALF);
    assertThat(verb.locks()).hasSameSizeAs(verb.against());
  }

  @Test
  void itIsSpokenAsAWhole() {
    var spoken = Fx.on(() -> WhyNot.list(locked()).getAccessibleText());
    assertThat(spoken)
        .contains("Error rate: no data: passes once the new revision is measured at this stage.")
        .contains("Charts reviewed: nobody has signed for this stage");
  }

  @ParameterizedTest
  @EnumSource
  void itIsReadInBothThemes(Theme theme) {
    var image =
        Picture.take(
            "why-not-" + theme.name().toLowerCase(Locale.ROOT),
            theme,
            460,
            420,
            1,
            () -> {
              var list = WhyNot.list(locked());
              var page = new VBox(list);
              page.getStyleClass().add("page");
              return page;
            });
    assertThat(image.getWidth()).isEqualTo(460);
  }

  private Verb locked() {
    return World.of(canary)
        .read(canary.ref(), Samples.nothing())
        .ruled("gates: {soak: {required: true}, review: {required: true}}")
        .view(canary.ref())
        .bar()
        .forward()
        .orElseThrow();
  }
}
