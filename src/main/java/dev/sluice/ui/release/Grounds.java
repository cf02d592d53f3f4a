package dev.sluice.ui.release;

import dev.sluice.judge.Assessment;
import dev.sluice.judge.Hearing;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Prospect;
import dev.sluice.text.Texts;
import dev.sluice.ui.verdict.CourseView;
import dev.sluice.ui.verdict.EvidenceView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Makes what lies behind a verdict.
///
/// @param judged each measure that is judged of this revision
/// @param back when the release was taken back, if it was
/// @param old whether that is too old to go by
/// @param broken whether a measure’s limit is broken now, whatever was counted
record Grounds(
    Optional<Judgement> judgement,
    List<Judged> judged,
    Optional<Instant> back,
    boolean old,
    Predicate<Judged> broken) {

  EvidenceView view() {
    List<Assessment> assessments = judgement.map(Judgement::assessments).orElse(List.of());
    return new EvidenceView(
        judged.stream().map(this::course).toList(),
        judgement
            .flatMap(Judgement::spending)
            .map(spending -> new Burning(spending, !judged.isEmpty(), back, old).view(since())),
        Prospecting.of(assessments, judged.stream().map(Judged::hearing).findFirst()));
  }

  /// When the newer revision got its first traffic.
  private Optional<Instant> since() {
    return judged.stream()
        .flatMap(one -> one.hearing().course().stream().limit(1))
        .map(Hearing.Moment::at)
        .min(Instant::compareTo);
  }

  private CourseView course(Judged one) {
    return new CourseView(
        one.view(old, broken.test(one)),
        old ? Texts.of("verdict.was", one.sentence()) : one.sentence(),
        one.outlook(),
        one.lines(),
        one.hearing().course(),
        stages(one));
  }

  /// Each stretch of time at one weight, with what that stage asked for.
  private List<CourseView.Stage> stages(Judged one) {
    List<Hearing.Moment> course = one.hearing().course();
    var stages = new ArrayList<CourseView.Stage>();
    int first = 0;
    for (int i = 1; i <= course.size(); i++) {
      boolean last = i == course.size();
      if (last || course.get(i).weight() != course.get(first).weight()) {
        int weight = course.get(first).weight();
        // The last moment belongs to its stage too.
        Instant end = last ? course.get(i - 1).at().plusMillis(1) : course.get(i).at();
        double asked = asked(one, weight);
        stages.add(
            new CourseView.Stage(course.get(first).at(), end, Wording.percent(weight), asked));
        first = i;
      }
    }
    return stages;
  }

  private double asked(Judged one, int weight) {
    var soak = one.hearing().soak();
    if (soak.weight() == weight) {
      return soak.notWorseThan();
    }
    return judgement
        .flatMap(said -> said.of(one.measure().signal()))
        .map(Assessment::prospects)
        .orElse(List.of())
        .stream()
        .filter(prospect -> prospect.stage().weight() == weight)
        .mapToDouble(Prospect::notWorseThan)
        .findFirst()
        .orElse(Double.NaN);
  }
}
