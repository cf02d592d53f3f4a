package dev.sluice.cluster.argo;

import dev.sluice.act.Facts;
import dev.sluice.act.Facts.Fact;
import dev.sluice.act.Move;
import dev.sluice.release.Release;
import dev.sluice.text.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Refuses an action when what the button promised is no longer so.
final class Changes {

  private Changes() {}

  /// The refusal if any fact is another one than when the action was armed.
  static Optional<Move> any(Facts armed, Release now) {
    return refusal(armed.changedIn(Facts.of(now)));
  }

  /// The refusal if it is another object of that name.
  static Optional<Move> ofObject(Facts armed, Release now) {
    return refusal(
        armed.changedIn(Facts.of(now)).stream().filter(fact -> fact == Fact.OBJECT).toList());
  }

  /// The refusal if it is another object or another pair of revisions. Steps and manifest may have
  /// changed: the action's own writes change them.
  static Optional<Move> ofRevisions(Facts armed, Release now) {
    return refusal(
        armed.changedIn(Facts.of(now)).stream()
            .filter(fact -> fact != Fact.STEP && fact != Fact.MANIFEST)
            .toList());
  }

  private static Optional<Move> refusal(List<Fact> changed) {
    return changed.stream()
        .min(Comparator.comparingInt(Changes::weight))
        .map(fact -> new Move.Refuse(Words.of("argo.moved", words(fact))));
  }

  private static int weight(Fact fact) {
    return switch (fact) {
      case OBJECT -> 0;
      case CURRENT -> 1;
      case STABLE -> 2;
      case STEP -> 3;
      case MANIFEST -> 4;
    };
  }

  private static Words words(Fact fact) {
    return switch (fact) {
      case OBJECT -> Words.of("argo.moved.object");
      case CURRENT -> Words.of("argo.moved.current");
      case STABLE -> Words.of("argo.moved.stable");
      case STEP -> Words.of("argo.moved.step");
      case MANIFEST -> Words.of("argo.moved.manifest");
    };
  }
}
