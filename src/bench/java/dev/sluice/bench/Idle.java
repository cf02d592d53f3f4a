package dev.sluice.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// The board while nothing changes but the clock.
final class Idle {

  private Idle() {}

  static void run(Options options) throws IOException, InterruptedException {
    int seconds = options.number("seconds", 60);
    try (var board = Board.open(options)) {
      TimeUnit.SECONDS.sleep(options.number("settle", 20));
      long worked = Figures.worked();
      long pulses = board.pulses.get();
      long begun = System.nanoTime();
      TimeUnit.SECONDS.sleep(seconds);
      double took = (System.nanoTime() - begun) / 1e9;
      Figures.say(
          "nothing changes but the clock",
          "%.2f %% of a core, %.2f pulses a second",
          (Figures.worked() - worked) / 1e7 / took,
          (board.pulses.get() - pulses) / took);
    }
  }
}
