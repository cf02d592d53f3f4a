package dev.sluice.judge;

import dev.sluice.judge.count.PodTally;
import dev.sluice.judge.evidence.Alarm;
import dev.sluice.judge.evidence.Learning;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Looks for one bad pod among the canary's: in the arm as a whole the good ones hide it.
final class Pods {
  private final Measure measure;
  private final Learning learning;
  private final Map<String, Alarm> alarms = new LinkedHashMap<>();
  private Optional<String> bad = Optional.empty();

  Pods(Measure measure, Learning learning) {
    this.measure = measure;
    this.learning = learning;
  }

  /// The first that was found, if any.
  Optional<String> bad() {
    return bad;
  }

  /// One pod alone is the arm itself.
  void step(Cells.Whole whole) {
    if (whole.canary().size() > 1) {
      whole.canary().forEach(pod -> step(whole, pod));
    }
  }

  private void step(Cells.Whole whole, PodTally pod) {
    var cell = whole.of(pod);
    if (cell.isEmpty()) {
      return;
    }
    var alarm =
        alarms.computeIfAbsent(pod.pod(), _ -> new Alarm(measure.tolerated(), Alarm.POD, learning));
    alarm.step(cell.get(), whole.turn());
    if (bad.isEmpty() && alarm.against() >= threshold(pod.pod())) {
      bad = Optional.of(pod.pod());
    }
  }

  /// The n-th pod that ever served has 1 ÷ (n · (n + 1)) of the pods' part: together one.
  private double threshold(String pod) {
    int n = 1;
    for (var name : alarms.keySet()) {
      if (name.equals(pod)) {
        break;
      }
      n++;
    }
    return Shares.alarm(measure.alpha(), Shares.PODS / (n * (n + 1.0)));
  }
}
