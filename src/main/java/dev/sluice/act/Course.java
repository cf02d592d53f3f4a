package dev.sluice.act;

import dev.sluice.release.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// What has been done for an errand so far, and from which sight on it goes on.
///
/// @param taken writes the API server accepted, or may have, oldest first
/// @param last the newest write, if one was sent
/// @param attempts writes sent
/// @param unsent of these, how many are known not to have left
/// @param reads when the release is read
/// @param horizon which sights of the release count
/// @param hold the effect, as long as it is seen without interruption
record Course(
    List<Sent> taken,
    Optional<Sent> last,
    int attempts,
    int unsent,
    Reads reads,
    Horizon horizon,
    Optional<Hold> hold) {

  private static final int FREELY = 3;
  private static final int DOUBLINGS = 4;
  private static final Duration REST = Duration.ofSeconds(4);

  Course {
    taken = List.copyOf(taken);
  }

  static Course from(Instant begun) {
    return new Course(
        List.of(), Optional.empty(), 0, 0, Reads.from(begun), Horizon.OPEN, Optional.empty());
  }

  /// A write on its way or answered.
  ///
  /// @param onto the facts it was decided on
  /// @param answered whether its answer, or the certainty that none comes, is there
  /// @param worked whether the action's effect was seen after it
  record Sent(Write write, Facts onto, Instant at, boolean answered, boolean worked) {}

  /// What was taken, without its circumstances.
  List<Write> accepted() {
    return taken.stream().map(Sent::write).toList();
  }

  /// Until when `write` is better not sent again: it was accepted a few times, and each time
  /// somebody else undid it. The rests grow and are drawn, so that of two who are at odds one finds
  /// the time to come to its end while the other rests.
  ///
  /// @param lot sets these draws apart from others' draws
  Instant contested(Write write, long lot) {
    var same = taken.stream().filter(sent -> sent.write().equals(write)).toList();
    int rests = same.size() / FREELY;
    if (rests == 0 || same.size() % FREELY != 0) {
      return Instant.MIN;
    }
    double share = new SplittableRandom(lot + rests).nextDouble(0.5, 1.5);
    double rest = REST.toMillis() * share * (1L << Math.min(rests - 1, DOUBLINGS));
    return same.getLast().at().plusMillis(Math.round(rest));
  }

  boolean inFlight() {
    return last.isPresent() && !last.get().answered();
  }

  /// Whether a write was sent less than `span` before `now`.
  boolean sentWithin(Duration span, Instant now) {
    return last.isPresent() && last.get().at().plus(span).isAfter(now);
  }

  /// Whether sending `write` on `facts` would only say again what was accepted within `span` and
  /// has not worked yet.
  boolean said(Write write, Facts facts, Duration span, Instant now) {
    return sentWithin(span, now)
        && accepted().contains(write)
        && last.filter(sent -> sent.write().equals(write))
            .filter(sent -> !sent.worked())
            .filter(sent -> sent.onto().changedIn(facts).isEmpty())
            .isPresent();
  }

  Course send(Write write, Facts onto, Instant now) {
    var sent = new Sent(write, onto, now, false, false);
    return new Course(
        taken, Optional.of(sent), attempts + 1, unsent, reads.outdate(), horizon, Optional.empty());
  }

  Course answered() {
    var answered = last.map(s -> new Sent(s.write(), s.onto(), s.at(), true, s.worked()));
    return new Course(taken, answered, attempts, unsent, reads, horizon, hold);
  }

  /// The newest write never left.
  Course kept() {
    return new Course(taken, last, attempts, unsent + 1, reads, horizon, hold);
  }

  Course accept() {
    var all = new ArrayList<>(taken);
    last.ifPresent(all::add);
    return new Course(all, last, attempts, unsent, reads, horizon, hold);
  }

  Course with(Reads next) {
    return new Course(taken, last, attempts, unsent, next, horizon, hold);
  }

  Course with(Horizon next) {
    return new Course(taken, last, attempts, unsent, reads, next, hold);
  }

  Course done(Release release, Instant now) {
    var since = hold.filter(h -> h.lastsOn(release)).orElseGet(() -> Hold.of(release, now));
    var worked = last.map(s -> new Sent(s.write(), s.onto(), s.at(), s.answered(), true));
    return new Course(taken, worked, attempts, unsent, reads, horizon, Optional.of(since));
  }

  Course undone() {
    return new Course(taken, last, attempts, unsent, reads, horizon, Optional.empty());
  }
}
