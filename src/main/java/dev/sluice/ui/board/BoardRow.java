package dev.sluice.ui.board;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Environment;
import dev.sluice.state.Need;
import dev.sluice.state.Opinion;
import dev.sluice.ui.control.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// One release on the board. It holds nothing that the clock alone changes, so that a second that
/// passes changes no row.
///
/// @param need what a person is needed for, if anything
/// @param asked since when, as far as that is known
/// @param trial whether a newer revision has yet to prove itself
/// @param stands its phase, or in one word what is wrong with it
/// @param share percent of the users on the newer revision while one is on its way
/// @param traffic in words
/// @param step where a canary stands, empty when nothing is on its way
/// @param opinion what is to be said of the newer revision, where users are on it
/// @param since when the present pause began, on the cluster's clock
/// @param soak how long the pause is to last
/// @param text all its words in lower case, for the filter
public record BoardRow(
    ReleaseRef ref,
    Environment environment,
    Optional<Need.Kind> need,
    Instant asked,
    boolean trial,
    Mark mark,
    String phase,
    String stands,
    String strategy,
    String versions,
    OptionalInt share,
    String traffic,
    String step,
    Optional<Opinion> opinion,
    Optional<Instant> since,
    Optional<Duration> soak,
    String wayBack,
    String text) {

  /// What needs a person first: the lower, the higher up.
  int rank() {
    int rest = Need.Kind.values().length;
    return need.map(Enum::ordinal).orElse(trial ? rest : rest + 1);
  }

  /// Whether something is on its way, on trial, or wrong.
  public boolean busy() {
    return trial || need.isPresent();
  }
}
