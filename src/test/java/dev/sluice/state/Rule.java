package dev.sluice.state;

import dev.sluice.act.Facts;
import dev.sluice.act.Move;
import dev.sluice.act.Tactics;
import dev.sluice.act.Write;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.text.Words;
import java.util.List;

/// A simple engine: each action is one write; a promotion a second one. A promotion is done when
/// the step has moved, a rollback when its target serves everyone.
enum Rule implements Write {
  FIRST,
  SECOND,
  BACK;

  static final Tactics TACTICS = Rule::next;

  @Override
  public String verb() {
    return name();
  }

  private static Move next(Action action, Facts armed, Release now, List<Write> sent) {
    if (action instanceof Action.RollBack(var target)) {
      return now.share(target) == 100 ? new Move.Done(Words.of("test.back")) : new Move.Send(BACK);
    }
    if (now.progress().step().orElse(0) > armed.step().orElse(0)) {
      return new Move.Done(Words.of("test.done"));
    }
    return switch (sent.size()) {
      case 0 -> new Move.Send(FIRST);
      case 1 -> new Move.Send(SECOND);
      default -> new Move.Wait(Words.of("test.wait"));
    };
  }
}
