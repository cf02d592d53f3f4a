package dev.sluice.ui.shell;

import dev.sluice.release.ReleaseRef;
import dev.sluice.ui.drill.DrillHand;
import dev.sluice.ui.release.Intents;

/// What is wanted on the drill's page, as wishes of the program and of a release.
record Practising(Intents intents, Desk desk) implements DrillHand {
  @Override
  public void practise(String exercise) {
    desk.drill(exercise);
  }

  @Override
  public void open(ReleaseRef release) {
    intents.open(release);
  }
}
