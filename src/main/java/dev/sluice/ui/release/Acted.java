package dev.sluice.ui.release;

import dev.sluice.release.Happening;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Who acted last on a release, as the Events that consoles leave tell it.
///
/// @param me who this console acts as; empty where nobody said
/// @param now server time
record Acted(List<Happening> happenings, String me, Instant now) {

  /// As long as that after an act, whoever did it is probably still there.
  private static final Duration AT_WORK = Duration.ofMinutes(2);

  /// Who, and how long ago; what was done stands in the timeline below.
  String words() {
    return last()
        .map(act -> Texts.of("acted.last", act.who(), ago(act)))
        .orElseGet(() -> Texts.of("acted.nobody"));
  }

  /// That another person has just acted: two at the same controls should know of each other.
  Optional<NewsView> other() {
    return last()
        .filter(act -> !me.isEmpty() && !act.who().equals(me))
        .filter(act -> ago(act).compareTo(AT_WORK) < 0)
        .map(act ->
            new NewsView(Mark.HALF, Texts.of("news.other", act.who(), ago(act)), Deeds.words(act)));
  }

  private Optional<Happening> last() {
    return happenings.stream()
        .filter(happening -> happening.actor().isPresent())
        .max(Comparator.comparing(Happening::at));
  }

  private Duration ago(Happening act) {
    var age = Duration.between(act.at(), now);
    return age.isNegative() ? Duration.ZERO : Duration.ofSeconds(age.toSeconds());
  }
}
