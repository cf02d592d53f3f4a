package dev.sluice.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.state.Whereabouts;
import dev.sluice.ui.stage.Fleet;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.Gestures;
import dev.sluice.ui.stage.OpenStage;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import dev.sluice.ui.waiting.WaitingPage;
import dev.sluice.ui.wall.WallPage;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The wall among the pages.
class WallInTheShellTest {
  private final World world = Fleet.busy();
  private final Gestures gestures = new Gestures();
  private final Shell shell = Fx.on(() -> new Shell(gestures, World.SIGHT, gestures));
  private final OpenStage stage = OpenStage.of(shell);

  @BeforeEach
  void show() {
    draw();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void oneKeyFillsTheScreenWithTheWallAndEscapeLeavesIt() {
    stage.control(KeyCode.DIGIT5);
    assertThat(shows(WallPage.class)).isTrue();
    assertThat(Fx.on(() -> shell.getTop() == null && shell.getLeft() == null)).isTrue();
    stage.press(KeyCode.ESCAPE);
    assertThat(shows(WaitingPage.class)).isTrue();
    assertThat(Fx.on(() -> shell.getTop() != null && shell.getLeft() != null)).isTrue();
    assertThat(gestures.told()).containsExactly("full screen true", "full screen false");
  }

  @Test
  void onTheWallOneKeyLeavesAPictureOfTheWholeScreen() {
    stage.control(KeyCode.DIGIT5);
    stage.press(KeyCode.P);
    assertThat(gestures.told()).containsExactly("full screen true", "keep 980 x 700");
  }

  @Test
  void elsewhereAPictureTakesTwoKeysSoThatALetterNeverDoesAnything() {
    stage.press(KeyCode.P);
    assertThat(gestures.told()).isEmpty();
    stage.control(KeyCode.P);
    assertThat(gestures.told()).containsExactly("keep 980 x 700");
  }

  @Test
  void whereThePictureIsIsSaidForAWhile() {
    Fx.run(() -> shell.note("Picture kept: /home/alice/Pictures/sluice.png"));
    assertThat(says("Picture kept")).isTrue();
    stage.control(KeyCode.DIGIT5);
    assertThat(says("Picture kept")).isTrue();
    world.pass(Duration.ofSeconds(11));
    draw();
    assertThat(says("Picture kept")).isFalse();
  }

  @Test
  void aScreenThatShowedTheWallShowsItAgainAfterARestart() {
    stage.control(KeyCode.DIGIT5);
    var left = Fx.on(shell::whereabouts);
    var gesturesNow = new Gestures();
    var again = Fx.on(() -> new Shell(gesturesNow, World.SIGHT, gesturesNow));
    Fx.run(() -> {
      again.show(world.state());
      again.resume(left);
    });
    assertThat(Fx.on(() -> again.lookup(".wall") != null)).isTrue();
    assertThat(gesturesNow.told()).containsExactly("full screen true");
  }

  @Test
  void nothingOnTheWallCanRollAnythingBack() {
    var canary = Samples.canary();
    Fx.run(() -> {
      shell.show(World.of(canary).read(canary.ref(), Samples.readings()).state());
      shell.resume(new Whereabouts(Optional.empty(), "WALL", Optional.empty(), "", ""));
    });
    stage.control(KeyCode.BACK_SPACE);
    stage.press(KeyCode.ENTER);
    stage.press(KeyCode.SPACE);
    assertThat(gestures.told()).containsExactly("full screen true");
  }

  private void draw() {
    Fx.run(() -> shell.show(world.state()));
    Fx.pulse();
  }

  private boolean shows(Class<? extends Node> page) {
    return Fx.on(() -> shell.lookupAll("*").stream().anyMatch(page::isInstance));
  }

  private boolean says(String words) {
    return Fx.on(() ->
        shell.lookupAll(".label").stream()
            .map(Labeled.class::cast)
            .anyMatch(label -> label.getText().contains(words)));
  }
}
