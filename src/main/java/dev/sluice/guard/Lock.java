package dev.sluice.guard;

import dev.sluice.act.Facts;
import dev.sluice.gate.Finding;
import dev.sluice.release.Permissions;
import dev.sluice.release.Setback;
import dev.sluice.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A reason why an action may not run now.
public sealed interface Lock {

  /// The reason as a sentence.
  Words words();

  /// Whether a person may go on all the same by giving a reason, which is then recorded.
  default boolean yields() {
    return switch (this) {
      case GateHolds _, AnalysisFailed _, SkipsChecks _ -> true;
      case Denied _, ReadOnly _, OldData _, Earlier _, Impossible _, FactsChanged _ -> false;
    };
  }

  /// What would take it away; empty where nothing does, or the reason itself says so.
  default Optional<Words> change() {
    return switch (this) {
      case GateHolds(var finding) -> finding.change();
      case Denied _ -> Optional.of(Words.of("lock.change.denied"));
      case OldData _ -> Optional.of(Words.of("lock.change.old"));
      case Earlier _ -> Optional.of(Words.of("lock.change.earlier"));
      case SkipsChecks _, AnalysisFailed _ -> Optional.of(Words.of("verb.reason"));
      case ReadOnly _, Impossible _, FactsChanged _ -> Optional.empty();
    };
  }

  /// The API server says this user may not.
  record Denied(Permissions.Kind kind, String reason) implements Lock {
    @Override
    public Words words() {
      return reason.isEmpty()
          ? Words.of("lock.denied." + kind)
          : Words.of("lock.denied.reason", reason);
    }
  }

  /// The connection may only be read through.
  record ReadOnly(Words why) implements Lock {
    @Override
    public Words words() {
      return Words.of("lock.readonly", why);
    }
  }

  /// What is on the screen may no longer be so.
  ///
  /// @param age zero when the watch has not listed anything yet
  record OldData(Duration age) implements Lock {
    @Override
    public Words words() {
      return age.isZero() ? Words.of("lock.unlisted") : Words.of("lock.stale", age);
    }
  }

  /// An earlier action has not shown its effect yet.
  record Earlier(Words standing) implements Lock {
    @Override
    public Words words() {
      return Words.of("lock.earlier", standing);
    }
  }

  /// The engine could not do it: there is nothing to promote, nowhere to go back to.
  record Impossible(Words words) implements Lock {}

  /// The world is another than when the button was armed.
  record FactsChanged(List<Facts.Fact> facts) implements Lock {
    public FactsChanged {
      facts = List.copyOf(facts);
    }

    @Override
    public Words words() {
      return Words.of("lock.changed", Words.of("fact." + facts.getFirst()));
    }
  }

  /// A gate does not let it through.
  record GateHolds(Finding finding) implements Lock {
    @Override
    public Words words() {
      return Words.of("lock.gate", Words.of("gate." + finding.gate()), finding.evidence());
    }
  }

  /// An analysis of the engine's own failed, so that the engine is about to take users back.
  record AnalysisFailed(Setback setback) implements Lock {
    @Override
    public Words words() {
      return setback.words();
    }
  }

  /// It leaves checks out, so somebody has to answer for that.
  record SkipsChecks() implements Lock {
    @Override
    public Words words() {
      return Words.of("lock.skips");
    }
  }
}
