package dev.sluice.app;

import dev.sluice.act.Pursuit;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// The session that the window shows, and those it showed before whose actions are not over yet: a
/// gesture that was complete must not end as a riddle because somebody looked elsewhere.
final class Sessions {
  private final AtomicReference<Optional<Session>> current =
      new AtomicReference<>(Optional.empty());
  private final List<Thread> ending = new CopyOnWriteArrayList<>();
  private final Duration patience;

  /// @param patience how long what is under way is waited for
  Sessions(Duration patience) {
    this.patience = patience;
  }

  Optional<Session> current() {
    return current.get();
  }

  /// Whether the practice cluster is shown.
  boolean practising() {
    return current().flatMap(Session::coach).isPresent();
  }

  /// Shows that one from now on. The one before ends once what is under way there is over.
  void replace(Session next) {
    current.getAndSet(Optional.of(next)).ifPresent(this::retire);
  }

  /// Actions under way in the session that is shown.
  List<Pursuit> underWay() {
    return current.get().stream().flatMap(Sessions::open).toList();
  }

  /// Waits until what is under way is over, or the patience is, and closes everything.
  ///
  /// @return whether everything came to its end
  boolean end() throws InterruptedException {
    var last = current.getAndSet(Optional.empty());
    boolean over = last.isEmpty() || await(last.get());
    last.ifPresent(Session::close);
    for (var thread : ending) {
      thread.join(patience);
    }
    return over;
  }

  private void retire(Session session) {
    var thread = Thread.ofVirtual().name("sluice-retire").unstarted(() -> end(session));
    ending.add(thread);
    thread.start();
  }

  /// A thread that is over would still keep all its session knew.
  private void end(Session session) {
    try {
      await(session);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    session.close();
    ending.remove(Thread.currentThread());
  }

  private boolean await(Session session) throws InterruptedException {
    // A gesture that was made just now is under way, too; what was heard before it says nothing.
    boolean settled = session.store().settle(patience);
    var over = new CountDownLatch(1);
    try (var _ =
        session
            .store()
            .listen(state -> {
              if (idle(state)) {
                over.countDown();
              }
            })) {
      return (settled && idle(session.store().state()))
          || over.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static boolean idle(ConsoleState state) {
    return state.pursuits().stream().allMatch(pursuit -> pursuit.standing().over());
  }

  private static Stream<Pursuit> open(Session session) {
    return session.store().state().pursuits().stream().filter(p -> !p.standing().over());
  }
}
