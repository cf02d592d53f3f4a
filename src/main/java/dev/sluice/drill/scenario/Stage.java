package dev.sluice.drill.scenario;

import dev.sluice.drill.Drill;
import dev.sluice.drill.debrief.Course;
import dev.sluice.drill.prometheus.PrometheusServer;
import dev.sluice.drill.traffic.Behaviours;
import dev.sluice.drill.traffic.Traffic;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;

/// What a script can do.
///
/// @param opening when the drill is first seen
/// @param recorder is told what happens by itself
record Stage(
    Drill drill,
    Traffic traffic,
    PrometheusServer prometheus,
    Manifests manifests,
    Subject subject,
    Instant opening,
    Recorder recorder) {

  Behaviours behaviours() {
    return traffic.behaviours();
  }

  /// Lets something happen.
  ///
  /// @param after the opening; may be negative
  void at(Duration after, Runnable task) {
    drill.clock().at(opening.plus(after), task);
  }

  /// Notes what happens just now.
  void note(Words words) {
    recorder.note(new Course.Note(drill.clock().instant(), words));
  }

  /// Whether there is nothing to be measured any more.
  void blind(boolean on) {
    prometheus.down(on);
    recorder.blind(on);
    note(on ? Words.of("drill.note.blind") : Words.of("drill.note.sees"));
  }

  /// Brings the new image out.
  void release(Duration after) {
    at(after, () -> manifests.image(subject.namespace(), subject.rollout(), subject.fresh()));
  }
}
