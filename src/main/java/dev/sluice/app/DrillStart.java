package dev.sluice.app;

import dev.sluice.cli.DrillDoor;
import dev.sluice.cli.Terminal;
import dev.sluice.drill.scenario.Practice;
import dev.sluice.release.Result;
import dev.sluice.state.Exercise;
import dev.sluice.state.Settings;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;

/// Opens the window on the practice cluster; where there is no display, plays a drill instead.
record DrillStart(Drills drills, Desktop desktop, Terminal terminal) implements DrillDoor {
  /// Nobody waits for a person there.
  private static final double HURRY = 12;

  @Override
  public List<Exercise> exercises() {
    return drills.exercises();
  }

  private int recite(Optional<String> exercise, long seed, double speed) {
    var recital = new Recital(drills.unkept(), terminal.out(), seed, speed);
    recital.announce();
    Easel.setUp();
    try {
      return recital.play(exercise);
    } finally {
      Platform.exit();
    }
  }

  @Override
  public int open(Wish wish) {
    long seed = wish.seed().orElse(Drills.SEED);
    if (!desktop.displayed()) {
      return recite(wish.exercise(), seed, wish.speed().orElse(HURRY));
    }
    return switch (drills.open(wish.exercise(), seed, wish.speed().orElse(Practice.SPEED))) {
      case Result.Ok<DrillSession>(var session) ->
          desktop.run(Settings.DEFAULT.selection(), () -> session);
      case Result.Failed<DrillSession>(var why) -> refuse(why.words());
    };
  }

  private int refuse(Words why) {
    terminal.err().println(Texts.of(why));
    terminal.err().flush();
    return 1;
  }
}
