package dev.sluice.bench;

import dev.sluice.bench.load.LoadProcess;
import dev.sluice.ui.stage.Fx;
import java.io.IOException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The board while nothing changes but the clock, its server in another process. The peer is a
/// window as large with nothing in it but a clock: what the toolkit and its display take by
/// themselves.
final class Idle {

  private Idle() {}

  static void run(Options options) throws IOException, InterruptedException {
    bare(options);
    int rollouts = options.number("rollouts", 10_000);
    try (var server = LoadProcess.start(rollouts, options.number("namespaces", 100));
        var board = new OpenBoard(server.uri(), rollouts)) {
      measure("the board, nothing changes but the clock", options, board.pulses);
    }
  }

  private static void bare(Options options) throws InterruptedException {
    var pulses = new AtomicLong();
    var clock = Fx.on(Label::new);
    var stage =
        Fx.on(() -> {
          var window = new Stage();
          window.setScene(new Scene(new StackPane(clock), 1440, 900));
          window.getScene().addPostLayoutPulseListener(pulses::incrementAndGet);
          window.show();
          return window;
        });
    try (var ticks = Executors.newSingleThreadScheduledExecutor()) {
      var ticking =
          ticks.scheduleAtFixedRate(
              () -> Fx.run(() -> clock.setText(LocalTime.now(ZoneOffset.UTC).toString())),
              0,
              1,
              TimeUnit.SECONDS);
      measure("a bare window with a clock", options, pulses);
      ticking.cancel(false);
    }
    Fx.run(stage::close);
  }

  private static void measure(String what, Options options, AtomicLong pulses)
      throws InterruptedException {
    TimeUnit.SECONDS.sleep(options.number("settle", 20));
    int seconds = options.number("seconds", 60);
    long worked = Figures.worked();
    long before = pulses.get();
    long begun = System.nanoTime();
    TimeUnit.SECONDS.sleep(seconds);
    double took = (System.nanoTime() - begun) / 1e9;
    Figures.say(
        what,
        "%.2f %% of a core, %.2f pulses a second",
        (Figures.worked() - worked) / 1e7 / took,
        (pulses.get() - before) / took);
  }
}
