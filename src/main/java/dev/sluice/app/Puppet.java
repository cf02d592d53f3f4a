package dev.sluice.app;

import dev.sluice.act.Facts;
import dev.sluice.act.Pursuit;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Event;
import dev.sluice.state.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/// Uses a session as a person would: looks, waits until an action is granted, acts, and waits until
/// its effect is seen.
record Puppet(Session session, ReleaseRef release, Duration patience) {

  /// Opens the release, and waits until it is seen.
  Release open() throws InterruptedException, TimeoutException {
    session.store().post(new Event.Opened(release));
    return wait(state -> state.release(release).isPresent()).release(release).orElseThrow();
  }

  /// Does that as soon as it may be done.
  ///
  /// @return how it ended
  Pursuit act(Action action) throws InterruptedException, TimeoutException {
    return end(begin(action));
  }

  /// The same, but that its end is still to come.
  ///
  /// @return what [#end] takes
  long begin(Action action) throws InterruptedException, TimeoutException {
    var before =
        wait(state ->
            state
                .release(release)
                .filter(now -> session.sight().clearance(state, now, action).granted())
                .isPresent());
    var facts = Facts.of(before.release(release).orElseThrow());
    long last = before.pursuits().stream().mapToLong(p -> p.errand().id()).max().orElse(-1);
    session.store().post(new Event.Fire(release, action, facts, Optional.empty()));
    return last;
  }

  /// How that ended.
  Pursuit end(long last) throws InterruptedException, TimeoutException {
    return ended(wait(state -> ended(state, last).isPresent()), last).orElseThrow();
  }

  private static Optional<Pursuit> ended(ConsoleState state, long last) {
    return state.pursuits().stream()
        .filter(pursuit -> pursuit.errand().id() > last && pursuit.standing().over())
        .findFirst();
  }

  /// Waits until the console knows that.
  ConsoleState wait(Predicate<ConsoleState> known) throws InterruptedException, TimeoutException {
    var found = new CountDownLatch(1);
    try (var _ =
        session
            .store()
            .listen(state -> {
              if (known.test(state)) {
                found.countDown();
              }
            })) {
      if (!known.test(session.store().state())
          && !found.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TimeoutException();
      }
      return session.store().state();
    }
  }
}
