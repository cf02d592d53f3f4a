package dev.sluice.ui.shell;

import dev.sluice.state.ConsoleState;
import dev.sluice.ui.stage.Gestures;
import dev.sluice.ui.stage.Picture;
import dev.sluice.ui.stage.World;
import dev.sluice.ui.theme.Theme;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// The whole window in a state, drawn into `target/screens`.
final class ShellPicture {
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;

  private ShellPicture() {}

  static WritableImage take(String name, Theme theme, ConsoleState state) {
    return take(name, theme, WIDTH, HEIGHT, 1, state, _ -> {});
  }

  /// @param then what happens to the window once it is on the screen
  static WritableImage take(
      String name,
      Theme theme,
      int width,
      int height,
      double scale,
      ConsoleState state,
      Consumer<Shell> then) {
    String file = name + "-" + theme.name().toLowerCase(Locale.ROOT);
    var shell = new AtomicReference<Shell>();
    return Picture.take(
        file,
        theme,
        width,
        height,
        scale,
        () -> {
          var gestures = new Gestures();
          shell.set(new Shell(gestures, World.SIGHT, gestures));
          shell.get().show(state);
          return shell.get();
        },
        () -> then.accept(shell.get()));
  }

  /// How many colours a sample of its points has: few where nothing was drawn.
  static long colours(WritableImage image) {
    var reader = image.getPixelReader();
    return Stream.iterate(0, x -> x < image.getWidth(), x -> x + 3)
        .flatMap(x ->
            Stream.iterate(0, y -> y < image.getHeight(), y -> y + 3)
                .<Color>map(y -> reader.getColor(x, y)))
        .distinct()
        .count();
  }
}
