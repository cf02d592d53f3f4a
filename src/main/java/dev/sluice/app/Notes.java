package dev.sluice.app;

import dev.sluice.act.Clocks;
import dev.sluice.act.Pursuit;
import dev.sluice.act.Standing;
import dev.sluice.release.Action;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the Event says that an action leaves on its release.
final class Notes {

  private Notes() {}

  /// A machine-readable word in the way of Kubernetes events, for example `RolledBack`.
  static String reason(Pursuit pursuit) {
    var verb = verb(pursuit.errand().action());
    return switch (pursuit.standing()) {
      case Standing.Succeeded _ -> verb;
      case Standing.Failed _, Standing.UnderWay _, Standing.Verifying _ -> verb + "Failed";
      case Standing.Overdue _ -> verb + "Overdue";
      case Standing.Left _ -> verb + "Unwatched";
    };
  }

  /// What came of it, how long each mark took, and the reason a person gave.
  static String message(Pursuit pursuit) {
    var clocks = pursuit.clocks();
    var text = new StringBuilder(Texts.of(pursuit.standing().words()));
    mark(text, "accepted", clocks, clocks.accepted());
    mark(text, "observed", clocks, clocks.observed());
    mark(text, "traffic", clocks, clocks.traffic());
    pursuit.errand().reason().ifPresent(reason -> text.append(" · “").append(reason).append('”'));
    return text.toString();
  }

  private static void mark(
      StringBuilder text, String name, Clocks clocks, Optional<Instant> reached) {
    reached.ifPresent(at ->
        text.append(" · ")
            .append(name)
            .append(" +")
            .append(Duration.between(clocks.gesture(), at).toMillis())
            .append(" ms"));
  }

  private static String verb(Action action) {
    return switch (action) {
      case Action.Promote _ -> "Promoted";
      case Action.PromoteFully _ -> "PromotedFully";
      case Action.Pause _ -> "PausedByHand";
      case Action.Resume _ -> "Resumed";
      case Action.Abort _ -> "Aborted";
      case Action.RollBack _ -> "RolledBack";
      case Action.Retry _ -> "Retried";
      case Action.Restart _ -> "Restarted";
    };
  }
}
