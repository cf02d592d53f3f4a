package dev.sluice.races;

import dev.sluice.act.Facts;
import dev.sluice.act.Standing;
import dev.sluice.cluster.argo.ArgoWrite;
import dev.sluice.release.Action;
import java.time.Instant;

/// One thing that happened in a race.
sealed interface Moment {

  Instant at();

  /// A console.
  ///
  /// @param gesture counts its gestures
  record Hand(String console, long gesture) {
    @Override
    public String toString() {
      return console + "#" + gesture;
    }
  }

  /// A person's gesture was let through.
  record Began(Instant at, Hand hand, Action action, Facts armed) implements Moment {}

  /// A console's write reached the API server; where it was refused both positions are the same.
  record Wrote(Instant at, Hand hand, ArgoWrite write, Position before, Position after)
      implements Moment {
    boolean applied() {
      return !before.version().equals(after.version());
    }
  }

  /// The third writer wrote.
  record Meddled(Instant at, String verb, Position before, Position after) implements Moment {}

  /// Time went by, in which the controllers worked.
  record Passed(Instant at, Position before, Position after) implements Moment {}

  /// A console says how an action came out.
  record Ended(Instant at, Hand hand, Standing standing) implements Moment {}

  /// What else is worth telling; no promise looks at it.
  record Told(Instant at, String what) implements Moment {}
}
