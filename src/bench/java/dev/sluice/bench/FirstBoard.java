package dev.sluice.bench;

import dev.sluice.bench.load.Crowd;
import dev.sluice.ui.stage.Fx;
import java.io.IOException;

/// From a cold connection over HTTP to every rollout on the board, and what of it is kept. What a
/// pod keeps is the difference to the same cluster without its pods.
final class FirstBoard {

  private FirstBoard() {}

  static void run(Options options) throws IOException, InterruptedException {
    Fx.pulse();
    int rollouts = options.number("rollouts", 10_000);
    int namespaces = options.number("namespaces", 100);
    var whole = new Crowd(rollouts, namespaces);
    measure("first board, cold", whole);
    long podless = measure("again, without pods", new Crowd(rollouts, namespaces, false));
    long all = measure("again, with pods", whole);
    Figures.say("kept for a pod", "%d bytes", (all - podless) / whole.pods());
  }

  /// What the board keeps, in bytes.
  private static long measure(String what, Crowd crowd) throws IOException, InterruptedException {
    long before = Figures.kept();
    long worked = Figures.worked();
    try (var board = Board.of(crowd)) {
      Figures.say(
          what,
          "%.2f s, %.2f s of processor (server included), %.0f MB of lists",
          (board.drawn - board.opened) / 1e9,
          (Figures.worked() - worked) / 1e9,
          Figures.megabytes(board.server.sent()));
      long after = Figures.kept();
      Figures.say(
          "  heap",
          "%.1f MB, %.1f MB of them for this cluster",
          Figures.megabytes(after),
          Figures.megabytes(after - before));
      return after - before;
    }
  }
}
