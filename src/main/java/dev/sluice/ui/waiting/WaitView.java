package dev.sluice.ui.waiting;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Environment;
import dev.sluice.ui.control.Mark;

/// One release that needs a person.
///
/// @param versions from which to which
/// @param what it waits for
/// @param whose whether for this user or for somebody else
/// @param lasting how long it has waited, empty when that is not known
public record WaitView(
    ReleaseRef ref,
    Environment environment,
    Mark mark,
    String versions,
    String what,
    String whose,
    String lasting) {

  /// All of it as a sentence.
  String spoken() {
    return String.join(
        ", ", ref.name(), environment.name(), ref.context(), ref.namespace(), what, whose, lasting);
  }
}
