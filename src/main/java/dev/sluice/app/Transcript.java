package dev.sluice.app;

import dev.sluice.state.Times;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.TimeWords;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/// What is printed of a drill that is played without a display, line by line as it happens.
final class Transcript {
  private final PrintWriter out;
  private final LongSupplier nanos;
  private final TimeWords times = TimeWords.of(Times.DEFAULT, ZoneId.systemDefault()).ofTheDrill();
  private long begun;

  /// @param nanos by a watch
  Transcript(PrintWriter out, LongSupplier nanos) {
    this.out = out;
    this.nanos = nanos;
  }

  /// An exercise begins.
  void begin() {
    begun = nanos.getAsLong();
  }

  /// A step of it.
  ///
  /// @param at by the drill's clock
  void step(Instant at, String words) {
    var elapsed = Duration.ofNanos(nanos.getAsLong() - begun);
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
