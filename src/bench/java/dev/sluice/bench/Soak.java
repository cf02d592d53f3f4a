package dev.sluice.bench;

import dev.sluice.bench.load.Crowd;
import dev.sluice.ui.stage.Fx;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Very many changes as fast as the console takes them: what it keeps and how many threads it has
/// stays as it was, and the last states are there.
final class Soak {
  private static final int EVENTS_A_LOOK = 50_000;

  private Soak() {}

  static void run(Options options) throws IOException, InterruptedException {
    int events = options.number("events", 1_000_000);
    int share = Math.min(events, EVENTS_A_LOOK);
    try (var board = Board.open(options)) {
      var random = new Random(7);
      look("before", board);
      for (int done = share; done <= events; done += share) {
        long begun = System.nanoTime();
        for (int i = 0; i < share; i++) {
          int rollout = Crowd.rolloutOf(random.nextInt(board.crowd.canaries()));
          board.server.move(rollout, board.crowd.weight(rollout) % 100 + 1);
        }
        settle(board);
        double took = (System.nanoTime() - begun) / 1e9;
        look("%,d changes, %,.0f/s".formatted(done, share / took), board);
      }
      Figures.say(
          "last states that are not shown",
          "%d of %d",
          Fx.on(() -> Changes.wrong(board)),
          board.crowd.canaries());
    }
  }

  private static void settle(Board board) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (Fx.on(() -> Changes.wrong(board)) > 0 && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static void look(String when, Board board) {
    Figures.say(
        when,
        "%.1f MB kept, %d threads, %d pulses",
        Figures.megabytes(Figures.kept()),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        board.pulses.get());
  }
}
