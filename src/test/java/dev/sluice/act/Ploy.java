package dev.sluice.act;

import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.text.Words;
import java.util.List;

/// A little engine's writes and tactics. A promotion takes a pause away and then advances; a
/// rollback to a revision aborts, or puts the template back and promotes it.
enum Ploy implements Write {
  LIFT,
  ADVANCE,
  ABORT,
  UNDO,
  FULL;

  static final Tactics TACTICS = Ploy::next;

  @Override
  public String verb() {
    return name();
  }

  private static Move next(Action action, Facts armed, Release now, List<Write> sent) {
    return switch (action) {
      case Action.Promote _ -> promote(armed, now, sent);
      case Action.RollBack(var target) -> back(target, now);
      case Action.PromoteFully _,
          Action.Pause _,
          Action.Resume _,
          Action.Abort _,
          Action.Retry _,
          Action.Restart _ ->
          new Move.Refuse(Words.of("test.refused"));
    };
  }

  private static Move promote(Facts armed, Release now, List<Write> sent) {
    var facts = Facts.of(now);
    if (sent.contains(ADVANCE)) {
      return facts.step().orElse(0) > armed.step().orElse(0)
          ? new Move.Done(Words.of("test.promoted"))
          : new Move.Wait(Words.of("test.wait"));
    }
    if (!armed.changedIn(facts).isEmpty()) {
      return new Move.Refuse(Words.of("test.changed"));
    }
    return new Move.Send(sent.isEmpty() ? LIFT : ADVANCE);
  }

  private static Move back(String target, Release now) {
    boolean stable = now.stableHash().filter(target::equals).isPresent();
    boolean current = now.currentHash().filter(target::equals).isPresent();
    if (stable) {
      return current || now.share(target) == 100
          ? new Move.Done(Words.of("test.back"))
          : new Move.Send(ABORT);
    }
    return new Move.Send(current ? FULL : UNDO);
  }
}
