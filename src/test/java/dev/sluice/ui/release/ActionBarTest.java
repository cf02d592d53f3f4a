package dev.sluice.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Action;
import dev.sluice.release.PodHealth;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.ui.control.Fitting;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.Judgements;
import dev.sluice.ui.stage.OpenStage;
import dev.sluice.ui.stage.Picture;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActionBarTest {
  private final List<String> told = new ArrayList<>();
  private final ActionBar bar = Fx.on(() -> new ActionBar(new Ears()));
  private final OpenStage stage = OpenStage.of(bar, 980, 120);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void afterGoingBackTheButtonIsFreeAndOffersTheRevisionsToChoose() {
    show(wentBack());

    Fx.run(() -> bar.rollback().press());
    Fx.pulse();

    assertThat(Fx.on(() -> bar.rollback().isLocked())).isFalse();
    assertThat(Fx.on(() -> bar.rollback().isHeld())).isFalse();
    assertThat(offered()).containsExactly("r2 v1.9.0, left by an earlier rollback (4 pods ready)…");
    Picture.write("rollback-choice", Fx.on(() -> menu().getScene().snapshot(null)));
  }

  @Test
  void whatWasChosenIsShownBeforeItCanBeHeld() {
    show(wentBack());
    Fx.run(() -> bar.rollback().press());
    Fx.run(() -> menu().getItems().getFirst().fire());

    assertThat(told).containsExactly("arm Roll back");
  }

  @Test
  void withATargetEveryOtherRevisionCanStillBeChosen() {
    show(Samples.canary());

    var menus =
        Fx.on(() ->
            bar.getChildren().stream()
                .filter(MenuButton.class::isInstance)
                .flatMap(button -> ((MenuButton) button).getItems().stream())
                .filter(Menu.class::isInstance)
                .map(Menu.class::cast)
                .toList());

    assertThat(menus).singleElement().extracting(MenuItem::getText).isEqualTo("Roll back to…");
    assertThat(menus.getFirst().getItems())
        .extracting(MenuItem::getText)
        .containsExactly("r41 v1.8.3 (10 pods ready)…");
  }

  @Test
  void withOneRevisionOnlyTheButtonSaysWhyItCannotBeHeld() {
    show(Samples.finished(Samples.CHECKOUT, "a", List.of(revision(1, "a", "v1", 9))));

    assertThat(Fx.on(() -> bar.rollback().isLocked())).isTrue();
    assertThat(Fx.on(() -> bar.rollback().getAccessibleText())).contains("only revision");
  }

  @Test
  void startingAgainWhatWasAbortedIsNotWhatTheEyeIsLedTo() {
    show(Samples.aborted());
    assertThat(forward().getText()).isEqualTo("Start v1.9.0 again");
    assertThat(forward().getStyleClass()).doesNotContain("primary");

    var canary = Samples.canary();
    var world = World.of(canary).read(canary.ref(), Samples.readings());
    Fx.run(() -> bar.show(world.view(canary.ref()).bar()));
    assertThat(forward().getStyleClass()).contains("primary");
  }

  @Test
  void onceAllUsersHaveItTheLastPromotionFinishesIt() {
    var all = Samples.everyone();
    Fx.run(() -> bar.show(World.of(all).view(all.ref()).bar()));
    assertThat(forward().getText()).isEqualTo("Finish");
  }

  @Test
  void goingBackStandsOutWhileUsersAreOnWhatWasFoundWorseAndNoLonger() {
    var canary = Samples.canary();
    var worse = Judgements.regressed();
    var bad = World.of(canary).judged(canary.ref(), worse).view(canary.ref()).bar();
    var back = Samples.aborted();
    var calm = World.of(back).judged(back.ref(), worse).view(back.ref()).bar();
    Fx.run(() -> bar.show(bad));
    assertThat(Fx.on(() -> bar.rollback().getStyleClass())).contains("urgent");
    Fx.run(() -> bar.show(calm));
    assertThat(Fx.on(() -> bar.rollback().getStyleClass())).doesNotContain("urgent");
  }

  @Test
  void goingBackStandsOutWhileALimitIsBrokenToo() {
    var canary = Samples.canary();
    var over = World.of(canary).read(canary.ref(), Samples.readings(0.0048, 0.06));
    Fx.run(() -> bar.show(over.view(canary.ref()).bar()));
    assertThat(Fx.on(() -> bar.rollback().getStyleClass())).contains("urgent");
  }

  @Test
  void whatLocksItIsSaidBrieflyInASmallWindowAndNeverCut() {
    var canary = Samples.canary();
    var world = World.of(canary).read(canary.ref(), Samples.nothing());
    Fx.run(() -> bar.show(world.view(canary.ref()).bar()));
    for (double width : new double[] {760, 872, 980, 1260}) {
      stage.widen(width);
      assertThat(said()).as("at " + width).startsWith("Locked by 3 gates");
      assertThat(whole()).as("at " + width).isTrue();
      assertThat(Fx.on(() -> locked().getAccessibleText())).contains("no data");
    }
    assertThat(said())
        .isEqualTo(
            "Locked by 3 gates: Error rate: no data (passes once the new revision is measured at"
                + " this stage), and 2 more.");
  }

  @Test
  void howeverLongTheNamesAreTheReasonKeepsItsWordsAndTheNameLosesItsMiddle() {
    var release = Samples.longNamed();
    var world = World.of(release).read(release.ref(), Samples.nothing());
    Fx.run(() -> bar.show(world.view(release.ref()).bar()));
    stage.widen(850);
    assertThat(said()).isEqualTo("Locked by 3 gates");
    assertThat(whole()).isTrue();
    assertThat(locked().getWidth()).isGreaterThanOrEqualTo(Fx.on(() -> briefest().prefWidth(-1)));
    assertThat(Fx.on(() -> ((Text) bar.rollback().lookup(".label .text")).getText()))
        .matches("Roll back to .*[.]{3}.*3");
  }

  private Label briefest() {
    return locked().lookupAll(".locked-words").stream()
        .filter(Node::isVisible)
        .map(Label.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private String said() {
    return Fx.on(() -> locked().said());
  }

  private Fitting locked() {
    return (Fitting) bar.lookup("Fitting");
  }

  /// Whether what stands there has all the room that it needs.
  private boolean whole() {
    return Fx.on(() -> {
      var shown = locked().lookupAll(".locked-words").stream().filter(Node::isVisible).toList();
      double needed = shown.getFirst().prefHeight(locked().getWidth());
      return shown.size() == 1 && needed <= locked().getHeight();
    });
  }

  @Test
  void howToGoBackIsNeverCutHoweverMuchIsSaidAboutPromoting() {
    var canary = Samples.canary();
    var world = World.of(canary).read(canary.ref(), Samples.nothing());
    Fx.run(() -> bar.show(world.view(canary.ref()).bar()));
    stage.widen(640);
    Label hint = Fx.on(() -> (Label) bar.getChildren().get(1));
    assertThat(hint.getText()).isEqualTo("hold · Ctrl+Backspace");
    assertThat(hint.getWidth()).isGreaterThanOrEqualTo(Fx.on(() -> hint.prefWidth(-1)));
  }

  @Test
  void whyNobodyCanGoBackComesBeforeWhyNobodyCanGoOn() {
    var canary = Samples.canary();
    var world = World.of(canary).read(canary.ref(), Samples.nothing()).viewer(canary);
    Fx.run(() -> bar.show(world.view(canary.ref()).bar()));
    stage.widen(1260);
    Label hint = Fx.on(() -> (Label) bar.getChildren().get(1));
    double needed = Fx.on(() -> hint.prefHeight(hint.getWidth()));
    assertThat(hint.getText()).contains("cannot patch resource");
    assertThat(hint.getHeight()).isGreaterThanOrEqualTo(needed);
    assertThat(needed).isLessThanOrEqualTo(Fx.on(() -> 2 * hint.prefHeight(-1)));
  }

  private ButtonBase forward() {
    return Fx.on(() -> (ButtonBase) bar.getChildren().getLast());
  }

  private void show(Release release) {
    Fx.run(() -> bar.show(World.of(release).view(release.ref()).bar()));
    Fx.pulse();
  }

  private static Release wentBack() {
    return Samples.finished(
        Samples.CHECKOUT,
        "a",
        List.of(revision(3, "a", "v1.8.3", 9), revision(2, "b", "v1.9.0", 2)));
  }

  private static Revision revision(int number, String hash, String tag, int days) {
    return Samples.revision(number, hash, tag, 4, 4, Duration.ofDays(days), PodHealth.NONE);
  }

  private static List<String> offered() {
    return Fx.on(() -> menu().getItems().stream().map(MenuItem::getText).toList());
  }

  private static ContextMenu menu() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .filter(Window::isShowing)
        .findFirst()
        .orElseThrow();
  }

  private final class Ears implements ActionBar.Hand {
    @Override
    public void rollBack(Verb verb) {
      told.add("roll back " + verb.label());
    }

    @Override
    public void fire(Verb verb) {
      told.add("fire " + verb.label());
    }

    @Override
    public void arm(Verb verb) {
      told.add(verb.action() instanceof Action.RollBack ? "arm Roll back" : "arm " + verb.label());
    }
  }
}
