package dev.sluice.app;

import dev.sluice.state.Exercise;
import dev.sluice.state.Settings;
import dev.sluice.ui.shell.Desk;
import java.util.List;
import javafx.scene.image.WritableImage;

/// Nobody sits at it.
///
/// @param exercises what there would be to practise
record IdleDesk(List<Exercise> exercises) implements Desk {
  @Override
  public void settle(Settings settings) {}

  @Override
  public void refresh() {}

  @Override
  public void drill() {}

  @Override
  public void drill(String exercise) {}

  @Override
  public void keep(WritableImage picture) {}

  @Override
  public void fullScreen(boolean on) {}
}
