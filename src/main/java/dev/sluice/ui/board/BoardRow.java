package dev.sluice.ui.board;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Environment;
import dev.sluice.state.Need;
import dev.sluice.ui.control.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// One release on the board. It holds nothing that the clock alone changes, so that a second that
/// passes changes no row.
///
/// @param rank what needs a person first: the lower, the higher up
/// @param share percent of the users on the newer revision while one is on its way
/// @param traffic in words
/// @param step where a canary stands, empty when nothing is on its way
/// @param since when the present pause began, on the cluster's clock
/// @param soak how long the pause is to last
/// @param text all its words in lower case, for the filter
public record BoardRow(
    ReleaseRef ref,
    Environment environment,
    int rank,
    Mark mark,
    String phase,
    String strategy,
    String versions,
    OptionalInt share,
    String traffic,
    String step,
    Optional<Instant> since,
    Optional<Duration> soak,
    String wayBack,
    String text) {

  /// The rank of what is done and well: behind each need, and what goes on by itself.
  static final int REST = Need.Kind.values().length + 2;

  /// Whether something is on its way, or wrong.
  public boolean busy() {
    return rank < REST;
  }
}
