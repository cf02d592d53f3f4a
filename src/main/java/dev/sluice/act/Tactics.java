package dev.sluice.act;

import dev.sluice.release.Action;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import java.util.List;

/// How an engine carries out the actions. Pure: the same arguments give the same move, so that the
/// window, the command line and a test ask the same question and get the same answer.
public interface Tactics {

  /// The next move of `action` towards its effect.
  ///
  /// @param armed what the button promised
  /// @param now the release as seen now, at least as new as every accepted write
  /// @param sent the writes of this action the API server has accepted so far, oldest first
  Move next(Action action, Facts armed, Release now, List<Write> sent);

  /// These for a user who may not do everything: where there is another way to the same effect, it
  /// is taken. The answers are the same where there is none.
  default Tactics within(Permissions may) {
    return this;
  }
}
