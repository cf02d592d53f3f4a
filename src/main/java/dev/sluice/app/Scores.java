package dev.sluice.app;

import dev.sluice.drill.debrief.Best;
import dev.sluice.drill.debrief.Course;
import dev.sluice.drill.debrief.Debrief;
import dev.sluice.drill.scenario.Lesson;
import dev.sluice.settings.SettingsFiles;
import dev.sluice.state.Debriefing;
import dev.sluice.state.Score;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Debriefs drills, and keeps the best so far beside the user's settings.
///
/// @param files none for drills that nobody plays, which are compared with nothing and not kept
record Scores(Optional<SettingsFiles> files) {
  static final Scores NONE = new Scores(Optional.empty());

  private static final System.Logger LOG = System.getLogger(Scores.class.getName());

  static Scores in(SettingsFiles files) {
    return new Scores(Optional.of(files));
  }

  Debriefing debriefed(Lesson lesson, Course course) {
    var scores = files.map(Scores::read).orElse(Map.of());
    var before = Optional.ofNullable(scores.get(lesson.key()));
    var debrief =
        Debrief.of(course, lesson.aim(), before.map(score -> new Best(score.safe(), score.bad())));
    debrief
        .best()
        .map(best -> new Score(best.safe(), best.bad()))
        .filter(best -> !Optional.of(best).equals(before))
        .ifPresent(best -> keep(scores, lesson.key(), best));
    return said(debrief);
  }

  private static Map<String, Score> read(SettingsFiles files) {
    return files.scores().orElse(_ -> Map.of());
  }

  /// A file that cannot be read is somebody's, and stays as it is.
  private void keep(Map<String, Score> scores, String key, Score best) {
    var all = new TreeMap<>(scores);
    all.put(key, best);
    files.ifPresent(kept ->
        kept.keep(all)
            .onFailure(why ->
                LOG.log(System.Logger.Level.WARNING, "the best so far is not kept: {0}", why)));
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
            .toList());
  }
}
