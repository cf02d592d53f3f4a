package dev.sluice.bench;

import dev.sluice.races.Outcome;
import dev.sluice.races.Race;
import dev.sluice.races.Recipe;
import dev.sluice.races.Tally;
import java.util.ArrayList;
import java.util.List;

/// Very many races of two consoles and a third writer, or one again.
final class Races {
  private static final int RUNS = 10_000;

  /// So often it says how far it is, so that what is ended before its time has told something.
  private static final int STAGE = 500;

  private Races() {}

  /// `seed`, `steps` and `without`, as a race that broke a promise tells them, repeat that race.
  static void run(Options options) {
    if (options.values().containsKey("steps")) {
      System.out.println(Race.run(recipe(options)).story());
      return;
    }
    int runs = options.number("runs", RUNS);
    long from = options.number("seed", 0);
    var bad = new ArrayList<Outcome>();
    var tally = Tally.NONE;
    for (long seed = from; seed < from + runs; seed++) {
      var outcome = Race.run(Recipe.of(seed));
      tally = tally.plus(outcome);
      if (!outcome.kept()) {
        var least = Race.least(outcome);
        bad.add(least);
        System.out.println(least.recipe() + ": " + String.join("; ", least.broken()));
      }
      long done = seed - from + 1;
      if (done % STAGE == 0 || done == runs) {
        say(done, tally, bad);
      }
    }
  }

  private static Recipe recipe(Options options) {
    return Recipe.of(
        options.number("seed", 0), options.number("steps", 0), options.text("without", ""));
  }

  private static void say(long runs, Tally tally, List<Outcome> bad) {
    Figures.say("races", "%,d", runs);
    Figures.say("actions begun", "%,d, of them %,d ended well", tally.begun(), tally.succeeded());
    Figures.say("writes", "%,d applied, %,d refused or lost", tally.applied(), tally.refused());
    Figures.say("races that broke a promise", "%,d", bad.size());
  }
}
