package dev.sluice.drill.kubelet;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// What a container writes while it runs.
final class Writing {
  private static final Duration BEAT = Duration.ofSeconds(15);
  private static final int MOST = 400;

  private Writing() {}

  /// @param over whether the run has ended at `to`
  static List<String> of(Life life, Instant from, Instant to, boolean over) {
    List<String> lines = new ArrayList<>();
    lines.add(line(from, "INFO  starting"));
    var ready = from.plus(life.warm());
    switch (life.mishap()) {
      case Mishap.None _ -> beats(ready, to, lines);
      case Mishap.NeverReady(var log) -> log.forEach(text -> lines.add(line(from, text)));
      case Mishap.Crash(_, _, _, var log) -> {
        beats(ready, to, lines);
        if (over) {
          log.forEach(text -> lines.add(line(to, text)));
        }
      }
      case Mishap.NoImage _ -> lines.clear();
    }
    return lines;
  }

  private static void beats(Instant ready, Instant to, List<String> lines) {
    if (to.isBefore(ready)) {
      return;
    }
    lines.add(line(ready, "INFO  listening on :8080"));
    long all = Duration.between(ready, to).dividedBy(BEAT);
    for (long beat = Math.max(1, all - MOST); beat <= all; beat++) {
      lines.add(line(ready.plus(BEAT.multipliedBy(beat)), "INFO  healthy"));
    }
  }

  private static String line(Instant at, String text) {
    return at.truncatedTo(ChronoUnit.MILLIS) + " " + text;
  }
}
