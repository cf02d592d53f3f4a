package dev.sluice.ui.waiting;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Environment;
import dev.sluice.ui.control.Mark;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One release that needs a person.
///
/// @param versions from which to which
/// @param what it waits for
/// @param share percent of the users on the newer revision, where they are divided
/// @param action what it is opened for
/// @param whose for somebody else, or empty
/// @param old how old all this is, empty while it is live
/// @param lasting how long it has waited, empty when that is not known
public record WaitView(
    ReleaseRef ref,
    Environment environment,
    Mark mark,
    String versions,
    OptionalInt share,
    String what,
    String action,
    String whose,
    String old,
    String lasting) {

  /// All of it as a sentence.
  String spoken() {
    return Stream.of(
            ref.name(),
            environment.name(),
            ref.context(),
            ref.namespace(),
            what,
            whose,
            old,
            lasting,
            action)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
