package dev.sluice.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What has been done for an errand so far.
///
/// @param accepted writes the API server accepted, or may have, oldest first
/// @param last the newest write, if one was sent
/// @param attempts writes sent
/// @param retryAt when a failed send is tried again
/// @param readAt when a read was ordered last
/// @param doneSince since when the effect is seen without interruption
record Course(
    List<Write> accepted,
    Optional<Sent> last,
    int attempts,
    Optional<Instant> retryAt,
    Optional<Instant> readAt,
    Optional<Instant> doneSince) {

  static final Course START =
      new Course(
          List.of(), Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty());

  Course {
    accepted = List.copyOf(accepted);
  }

  /// A write on its way or answered.
  ///
  /// @param onto the facts it was decided on
  /// @param answered whether its answer, or the certainty that none comes, is there
  record Sent(Write write, Facts onto, Instant at, boolean answered) {}

  boolean inFlight() {
    return last.isPresent() && !last.get().answered();
  }

  /// Whether sending `write` on `facts` would only say again what was accepted at or after `since`.
  boolean said(Write write, Facts facts, Instant since) {
    return last.isPresent()
        && last.get().write().equals(write)
        && accepted.contains(write)
        && last.get().onto().changedIn(facts).isEmpty()
        && !last.get().at().isBefore(since);
  }

  Course send(Write write, Facts onto, Instant now) {
    var sent = new Sent(write, onto, now, false);
    return new Course(
        accepted, Optional.of(sent), attempts + 1, Optional.empty(), readAt, Optional.empty());
  }

  Course answered() {
    var answered = last.map(s -> new Sent(s.write(), s.onto(), s.at(), true));
    return new Course(accepted, answered, attempts, retryAt, readAt, doneSince);
  }

  Course accept() {
    var all = new ArrayList<>(accepted);
    last.ifPresent(sent -> all.add(sent.write()));
    return new Course(all, last, attempts, retryAt, readAt, doneSince);
  }

  Course retry(Instant at) {
    return new Course(accepted, last, attempts, Optional.of(at), readAt, doneSince);
  }

  Course read(Instant now) {
    return new Course(accepted, last, attempts, Optional.empty(), Optional.of(now), doneSince);
  }

  Course done(Instant now) {
    return new Course(
        accepted, last, attempts, retryAt, readAt, doneSince.or(() -> Optional.of(now)));
  }

  Course undone() {
    return new Course(accepted, last, attempts, retryAt, readAt, Optional.empty());
  }
}
