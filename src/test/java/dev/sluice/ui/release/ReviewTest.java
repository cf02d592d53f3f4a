package dev.sluice.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Request;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.Gestures;
import dev.sluice.ui.stage.OpenStage;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import dev.sluice.ui.theme.Theme;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReviewTest {
  private static final Paint PRIMARY = Color.web("#8ab4ff");
  private static final Request PATCH = new Request("PATCH", "/apis", "application/json", "{}");

  private final Release canary = Samples.canary();
  private final ReleasePage page = Fx.on(() -> new ReleasePage(new Gestures()));
  private final OpenStage stage = OpenStage.of(page, 1000, 700, Theme.DARK);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void oneButtonOfAPageIsTheOneToGoOnBy() {
    show(World.of(canary).read(canary.ref(), Samples.readings()));
    assertThat(primary()).containsExactly("Promote to 25 %");
    show(
        World.of(canary)
            .read(canary.ref(), Samples.readings())
            .arm(canary, new Action.Promote(), PATCH));
    assertThat(primary()).containsExactly("Hold: Promote to 25 %");
  }

  @Test
  void goingOnAgainstAGateIsCalledSoEverywhereAndNeverLedTo() {
    show(
        World.of(canary)
            .read(canary.ref(), Samples.readings(0.0048, 0.03))
            .arm(canary, new Action.Promote(), PATCH));
    assertThat(primary()).isEmpty();
    assertThat(words())
        .contains("Promote to 25 % all the same", "Hold: Promote to 25 % all the same");
  }

  @Test
  void goingOnWhileAnAnalysisFailsIsSaidAndNeverLedTo() {
    var analysed = Samples.analysed();
    show(World.of(analysed).read(analysed.ref(), Samples.readings()));
    assertThat(primary()).isEmpty();
    assertThat(words()).contains("Analysis is failing: cart-errors.");
  }

  private void show(World world) {
    Fx.run(() -> {
      page.show(world.view(canary.ref()));
      page.applyCss();
    });
    Fx.pulse();
  }

  private List<String> primary() {
    return Fx.on(() ->
        page.lookupAll(".button").stream()
            .map(Region.class::cast)
            .filter(button -> button.getBackground() != null)
            .filter(button ->
                button.getBackground().getFills().stream()
                    .anyMatch(fill -> fill.getFill().equals(PRIMARY)))
            .map(button -> plain(ReviewTest.said(button)))
            .toList());
  }

  private static String said(Region button) {
    return button.lookupAll(".label").stream()
        .map(label -> ((Label) label).getText())
        .findFirst()
        .orElseGet(() -> ((Labeled) button).getText());
  }

  private List<String> words() {
    return Fx.on(() ->
        page.lookupAll(".label").stream().map(label -> plain(((Label) label).getText())).toList());
  }

  private static String plain(String words) {
    return words == null ? "" : words.replace('\u00a0', ' ');
  }
}
