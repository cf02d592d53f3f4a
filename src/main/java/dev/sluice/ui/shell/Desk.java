package dev.sluice.ui.shell;

import dev.sluice.state.Exercise;
import dev.sluice.state.Settings;
import java.util.List;
import javafx.scene.image.WritableImage;

/// What a person wants of the program itself rather than of a release. Called on the FX thread;
/// every method returns at once.
public interface Desk {

  /// Live by these settings from now on, and keep them.
  void settle(Settings settings);

  /// Look again at what could be watched, and connect anew.
  void refresh();

  /// Open the practice cluster instead of what is watched now.
  void drill();

  /// Keep that picture of the window among the user's pictures, and say where.
  void keep(WritableImage picture);

  /// Open the practice cluster for that exercise.
  void drill(String exercise);

  /// What can be practised.
  List<Exercise> exercises();

  /// Fill the screen, or no longer.
  void fullScreen(boolean on);
}
