package dev.sluice.ui.release;

import dev.sluice.release.Happening;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Makes the timeline: what happened to a release, newest first.
final class Timeline {
  private static final int MOST = 60;

  private Timeline() {}

  /// Of both together, each oldest first.
  ///
  /// @param amendments changes of the policy, which this console has seen itself
  /// @param now server time
  static List<MomentView> of(List<Happening> told, List<Happening> amendments, Instant now) {
    var happenings =
        Stream.concat(told.stream(), amendments.stream())
            .sorted(Comparator.comparing(Happening::at))
            .toList();
    var moments = new ArrayList<MomentView>();
    for (int i = happenings.size() - 1; i >= 0 && moments.size() < MOST; i--) {
      moments.add(moment(happenings.get(i), now));
    }
    return moments;
  }

  private static MomentView moment(Happening happening, Instant now) {
    String words =
        happening.count() > 1
            ? Texts.of("timeline.often", happening.message(), happening.count())
            : happening.message();
    return new MomentView(
        happening.warning() ? Mark.WARNING : Mark.QUIET,
        Wording.time(happening.at(), now),
        happening.who(),
        happening.actor().isPresent()
            ? Deeds.words(happening)
            : words.isEmpty() ? happening.reason() : words,
        happening.reason());
  }
}
