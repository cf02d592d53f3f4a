package dev.sluice.app;

import dev.sluice.state.Times;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.TimeWords;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// What is printed of a drill that is played without a display, line by line as it happens.
final class Transcript {
  private final PrintWriter out;
  private final TimeWords times = TimeWords.of(Times.DEFAULT, ZoneId.systemDefault()).ofTheDrill();

  Transcript(PrintWriter out) {
    this.out = out;
  }

  /// A step of an exercise.
  ///
  /// @param at by the drill's clock
  /// @param elapsed since the exercise began, by the watch that its debrief goes by
  void step(Instant at, Duration elapsed, String words) {
    say(Texts.of("recital.at", times.clock(at), elapsed.toSeconds(), words));
  }

  /// Words that belong to no moment.
  void say(String words) {
    out.println(words);
    out.flush();
  }

  /// A moment of the drill, as steps name it.
  String clock(Instant at) {
    return times.clock(at);
  }
}
