package dev.sluice.app;

import dev.sluice.release.Result;
import dev.sluice.state.Session;
import dev.sluice.ui.Mailbox;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Opens sessions, each on a thread of its own. Only the one that was asked for last arrives: any
/// other is closed unseen, however long it took, and so is one that nobody waits for any more. For
/// the FX thread.
final class Openings {
  private final Consumer<Result<Session>> arrivals;
  private long newest;

  /// @param arrivals takes what was opened, or why it was not, on the FX thread
  Openings(Consumer<Result<Session>> arrivals) {
    this.arrivals = arrivals;
  }

  void open(Supplier<Result<Session>> session) {
    newest++;
    long wish = newest;
    var mailbox = new Mailbox<Result<Session>>(opened -> arrived(wish, opened));
    Thread.ofVirtual().name("sluice-open").start(() -> mailbox.accept(session.get()));
  }

  /// Nobody waits for what is being opened.
  void end() {
    newest++;
  }

  private void arrived(long wish, Result<Session> opened) {
    if (wish == newest) {
      arrivals.accept(opened);
    } else if (opened instanceof Result.Ok<Session>(var late)) {
      Thread.ofVirtual().name("sluice-late").start(late::close);
    }
  }
}
