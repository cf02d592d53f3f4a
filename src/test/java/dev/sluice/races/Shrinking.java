package dev.sluice.races;

import dev.sluice.act.Engine;
import dev.sluice.races.Recipe.Trouble;
import java.util.function.UnaryOperator;

/// Makes of a race that broke a promise a shorter and simpler one that breaks one, too.
///
/// @param engines as in the race
record Shrinking(UnaryOperator<Engine> engines) {

  Outcome of(Outcome found) {
    var least = found;
    for (var trouble : Trouble.values()) {
      least = smaller(least, least.recipe().without(trouble));
    }
    for (int cut = least.recipe().steps() / 2; cut > 0; cut /= 2) {
      least = shorter(least, cut);
    }
    return least;
  }

  private Outcome shorter(Outcome found, int cut) {
    var least = found;
    while (least.recipe().steps() > cut) {
      var next = smaller(least, least.recipe().steps(least.recipe().steps() - cut));
      if (next.recipe().equals(least.recipe())) {
        return least;
      }
      least = next;
    }
    return least;
  }

  private Outcome smaller(Outcome found, Recipe recipe) {
    var tried = Race.run(recipe, engines);
    return tried.kept() ? found : tried;
  }
}
