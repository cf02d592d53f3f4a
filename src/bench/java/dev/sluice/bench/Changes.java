package dev.sluice.bench;

import dev.sluice.bench.load.Crowd;
import dev.sluice.ui.board.BoardRow;
import dev.sluice.ui.stage.Fx;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Canaries whose weight moves, so many a second: from the change's first byte on the wire to the
/// pulse whose board shows it, and whether the last state of each is there in the end. Every other
/// change is of a row on the screen, and measured; one that is elsewhere needs no pulse.
final class Changes {
  private static final long LAST_WORD_SECONDS = 30;
  private static final int ON_SCREEN = 15;

  private record Sent(int weight, long at) {}

  private final Board board;
  private final Map<String, Deque<Sent>> under = new ConcurrentHashMap<>();
  private final List<Sent> drawn = new ArrayList<>();
  private final List<Double> delays = new ArrayList<>();

  private Changes(Board board) {
    this.board = board;
  }

  static void run(Options options) throws IOException, InterruptedException {
    int rate = options.number("rate", 50);
    int seconds = options.number("seconds", 60);
    try (var board = Board.open(options)) {
      new Changes(board).send(options.number("warm", 10) * rate, rate, false);
      var measured = new Changes(board);
      long worked = Figures.worked();
      long pulses = board.pulses.get();
      long begun = System.nanoTime();
      measured.send(seconds * rate, rate, true);
      double took = (System.nanoTime() - begun) / 1e9;
      Figures.say(
          "processor, server included",
          "%.0f %% of a core, %.1f pulses a second",
          (Figures.worked() - worked) / 1e7 / took,
          (board.pulses.get() - pulses) / took);
      var wrong = Fx.on(() -> wrong(board));
      Figures.say("last states that are not shown", "%d of %d", wrong, board.crowd.canaries());
    }
  }

  private void send(int count, int rate, boolean told) throws IOException, InterruptedException {
    var random = new Random(7);
    var canaries = Fx.on(() -> board.rows().stream().map(Crowd::rollout).toList());
    Runnable pulse = this::pulse;
    Fx.run(() -> board.scene().addPostLayoutPulseListener(pulse));
    long next = System.nanoTime();
    for (int i = 0; i < count; i++) {
      next += TimeUnit.SECONDS.toNanos(1) / rate;
      LockSupport.parkNanos(next - System.nanoTime());
      boolean near = i % 2 == 0;
      int among = near ? ON_SCREEN : board.crowd.canaries() - ON_SCREEN;
      int rollout = canaries.get(random.nextInt(among) + (near ? 0 : ON_SCREEN));
      int weight = board.crowd.weight(rollout) % 100 + 1;
      if (near) {
        under
            .computeIfAbsent(Crowd.name(rollout), _ -> new ConcurrentLinkedDeque<>())
            .add(new Sent(weight, System.nanoTime()));
      }
      board.server.move(rollout, weight);
    }
    awaitAll();
    Fx.run(() -> board.scene().removePostLayoutPulseListener(pulse));
    if (told) {
      tell();
    }
  }

  private void tell() {
    var all = delays.stream().mapToDouble(d -> d).toArray();
    Figures.say(
        "change to pulse",
        "p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, longest %.1f ms; %d of them",
        Figures.quantile(all, 0.5),
        Figures.quantile(all, 0.9),
        Figures.quantile(all, 0.99),
        Figures.quantile(all, 1),
        all.length);
  }

  private void awaitAll() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LAST_WORD_SECONDS);
    while (under.values().stream().anyMatch(waiting -> !waiting.isEmpty())
        && System.nanoTime() < end) {
      new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
    }
    Fx.pulse();
  }

  /// A weight that was passed over in between is shown by the one after it.
  private void shown(BoardRow row) {
    var waiting = under.get(row.ref().name());
    if (waiting == null || waiting.isEmpty()) {
      return;
    }
    int weight = row.share().orElse(-1);
    if (waiting.stream().anyMatch(sent -> sent.weight() == weight)) {
      Sent sent;
      do {
        sent = waiting.remove();
        drawn.add(sent);
      } while (sent.weight() != weight);
    }
  }

  /// The canaries stand at the top of the board, since they wait for a person, and keep their
  /// order.
  private void pulse() {
    long now = System.nanoTime();
    board.rows().subList(0, ON_SCREEN).forEach(this::shown);
    drawn.forEach(sent -> delays.add(Figures.milliseconds(now - sent.at())));
    drawn.clear();
  }

  /// How many canaries stand on the board with another weight than they have.
  static long wrong(Board board) {
    var weights = new HashMap<String, Integer>();
    board.rows().forEach(row -> row.share().ifPresent(w -> weights.put(row.ref().name(), w)));
    long wrong = 0;
    for (int canary = 0; canary < board.crowd.canaries(); canary++) {
      int rollout = Crowd.rolloutOf(canary);
      if (weights.getOrDefault(Crowd.name(rollout), -1) != board.crowd.weight(rollout)) {
        wrong++;
      }
    }
    return wrong;
  }
}
