package dev.sluice.ui.release;

import dev.sluice.release.Happening;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Mark;
import java.util.ArrayList;
import java.util.List;

/// Makes the timeline: what happened to a release, newest first.
final class Timeline {
  private static final int MOST = 60;

  private Timeline() {}

  /// @param happenings oldest first
  static List<MomentView> of(List<Happening> happenings) {
    var moments = new ArrayList<MomentView>();
    for (int i = happenings.size() - 1; i >= 0 && moments.size() < MOST; i--) {
      moments.add(moment(happenings.get(i)));
    }
    return moments;
  }

  private static MomentView moment(Happening happening) {
    String words =
        happening.count() > 1
            ? Texts.of("timeline.often", happening.message(), happening.count())
            : happening.message();
    return new MomentView(
        happening.warning() ? Mark.WARNING : Mark.QUIET,
        Wording.time(happening.at()),
        happening.who(),
        happening.actor().isPresent()
            ? Deeds.words(happening)
            : words.isEmpty() ? happening.reason() : words,
        happening.reason());
  }
}
