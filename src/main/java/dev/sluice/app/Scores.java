package dev.sluice.app;

import dev.sluice.drill.debrief.Best;
import dev.sluice.drill.debrief.Course;
import dev.sluice.drill.debrief.Debrief;
import dev.sluice.drill.scenario.Lesson;
import dev.sluice.release.Failure;
import dev.sluice.settings.SettingsFiles;
import dev.sluice.state.Debriefing;
import dev.sluice.state.Score;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Debriefs drills, and keeps the best so far beside the user's settings.
///
/// @param files none for drills that nobody plays, which are compared with nothing and not kept
record Scores(Optional<SettingsFiles> files) {
  static final Scores NONE = new Scores(Optional.empty());

  static Scores in(SettingsFiles files) {
    return new Scores(Optional.of(files));
  }

  /// @param troubled is told why the best so far could not be kept
  Debriefing debriefed(Lesson lesson, Course course, Consumer<Failure> troubled) {
    var scores = files.map(Scores::read).orElse(Map.of());
    var before = Optional.ofNullable(scores.get(lesson.key()));
    var debrief =
        Debrief.of(course, lesson.aim(), before.map(score -> new Best(score.safe(), score.bad())));
    debrief
        .best()
        .map(best -> new Score(best.safe(), best.bad()))
        .filter(best -> !Optional.of(best).equals(before))
        .ifPresent(best -> keep(scores, lesson.key(), best, troubled));
    return said(debrief);
  }

  private static Map<String, Score> read(SettingsFiles files) {
    return files.scores().orElse(_ -> Map.of());
  }

  /// A file that cannot be read is somebody's, and stays as it is.
  private void keep(Map<String, Score> scores, String key, Score best, Consumer<Failure> troubled) {
    var all = new TreeMap<>(scores);
    all.put(key, best);
    files.ifPresent(kept -> kept.keep(all).onFailure(troubled));
  }

  private static Debriefing said(Debrief debrief) {
    return new Debriefing(
        debrief.good(),
        debrief.verdict(),
        debrief.facts().stream()
            .map(fact -> new Debriefing.Fact(fact.name(), fact.value()))
            .toList(),
        debrief.lines().stream()
            .map(line -> new Debriefing.Line(line.at(), line.words(), line.by()))
            .toList(),
        debrief.timeUp());
  }
}
