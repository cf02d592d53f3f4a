package dev.sluice.ui.waiting;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Environment;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Mark;
import java.util.OptionalInt;

/// One release that is on its way and needs nobody.
///
/// @param versions from which to which
/// @param stands where it stands: its phase, its stage
/// @param old how old all this is, empty while it is live
/// @param share percent of the users on the newer revision
public record WayView(
    ReleaseRef ref,
    Environment environment,
    Mark mark,
    String versions,
    String stands,
    String old,
    OptionalInt share) {

  /// All of it as a sentence.
  String spoken() {
    String now = old.isEmpty() ? stands : Texts.of("waiting.way.old", stands, old);
    return Texts.of("waiting.way.spoken", ref.name(), ref.context(), versions, now);
  }
}
