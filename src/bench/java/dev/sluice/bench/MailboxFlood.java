package dev.sluice.bench;

import dev.sluice.ui.Mailbox;
import dev.sluice.ui.stage.Fx;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Very many values for the FX thread: through the mailbox, and by `Platform.runLater` each.
final class MailboxFlood {
  private static final long PATIENCE_MINUTES = 5;

  private MailboxFlood() {}

  static void run(Options options) throws InterruptedException {
    int events = options.number("events", 1_000_000);
    Fx.pulse();
    var label = new Label();
    Fx.run(() -> {
      var stage = new Stage();
      stage.setScene(new Scene(new StackPane(label), 400, 100));
      stage.show();
    });
    Fx.pulse();
    flood("mailbox", events, label, Mailbox::new);
    flood(
        "Platform.runLater each",
        events,
        label,
        show -> value -> Platform.runLater(() -> show.accept(value)));
  }

  private interface Way {
    Consumer<Integer> to(Consumer<Integer> show);
  }

  private static void flood(String what, int events, Label label, Way way)
      throws InterruptedException {
    var shown = new CountDownLatch(1);
    var renders = new AtomicLong();
    var post =
        way.to(value -> {
          renders.incrementAndGet();
          label.setText("event " + value);
          if (value == events) {
            shown.countDown();
          }
        });
    long begun = System.nanoTime();
    for (int i = 1; i <= events; i++) {
      post.accept(i);
    }
    double posted = (System.nanoTime() - begun) / 1e9;
    boolean last = shown.await(PATIENCE_MINUTES, TimeUnit.MINUTES);
    Figures.say(
        what,
        "%,d events posted in %.2f s, last one %s after %.2f s, %,d renders",
        events,
        posted,
        last ? "shown" : "LOST",
        (System.nanoTime() - begun) / 1e9,
        renders.get());
  }
}
