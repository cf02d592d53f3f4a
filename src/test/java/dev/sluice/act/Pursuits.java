package dev.sluice.act;

import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.text.Words;

/// Pursuits in a given standing, for tests of other packages.
public final class Pursuits {

  private Pursuits() {}

  /// Sent and not answered yet.
  public static Pursuit underWay(Action action) {
    var release = Releases.canary().build();
    return new Pursuer((_, _, _, _) -> new Move.Send(Ploy.ABORT))
        .begin(Errands.errand(1, action, release, Releases.NOON), release, Releases.NOON)
        .pursuit();
  }

  public static Pursuit failed(Action action, Release release) {
    var errand = Errands.errand(1, action, release, Releases.NOON);
    return new Pursuer(Ploy.TACTICS).refuse(errand, Words.of("test.failed")).pursuit();
  }
}
