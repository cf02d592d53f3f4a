package dev.sluice.ui.drill;

import dev.sluice.release.ReleaseRef;

/// What a person can do on the drill's page.
public interface DrillHand {

  /// Begin that exercise, whatever is watched now.
  void practise(String exercise);

  /// Open that release.
  void open(ReleaseRef release);
}
