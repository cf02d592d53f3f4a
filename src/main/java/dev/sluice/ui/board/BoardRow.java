package dev.sluice.ui.board;

import dev.sluice.release.ReleaseRef;
import dev.sluice.ui.control.Mark;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// One release on the board.
///
/// @param rank what needs a person first: the lower, the higher up
/// @param share percent of the users on the newer revision while one is on its way
/// @param traffic in words
/// @param age of what is known of it
public record BoardRow(
    ReleaseRef ref,
    int rank,
    Mark mark,
    String state,
    String where,
    String strategy,
    String revision,
    OptionalInt share,
    String traffic,
    String stage,
    String wayBack,
    String age) {

  private static final Pattern WORDS = Pattern.compile("\\s+");

  /// Whether something is on its way, or wrong.
  public boolean busy() {
    return rank < 3;
  }

  /// Whether every word of the filter occurs somewhere in it.
  boolean matches(String filter) {
    String all =
        String.join(" ", ref.name(), where, strategy, revision, state, stage)
            .toLowerCase(Locale.ROOT);
    return WORDS.splitAsStream(filter.toLowerCase(Locale.ROOT)).allMatch(all::contains);
  }
}
