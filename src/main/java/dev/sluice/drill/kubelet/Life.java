package dev.sluice.drill.kubelet;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The whole course of one pod's container, known from its birth on.
///
/// @param born when the pod was made
/// @param pull how long until it starts
/// @param warm how long from there until it is ready
record Life(Instant born, Duration pull, Duration warm, Mishap mishap) {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /// How it stands at one moment.
  ///
  /// @param since when this began
  /// @param restarts how often it was started again
  /// @param ended when the last run ended, if one did
  /// @param until when this ends, if it does
  record Moment(
      State state, Instant since, int restarts, Optional<Run> ended, Optional<Instant> until) {}

  /// A run that is over.
  record Run(Instant started, Instant finished) {}

  enum State {
    CREATING,
    PULLING,
    RUNNING,
    READY,
    WAITING
  }

  /// Of a pod like that; the same for the same uid.
  static Life of(String uid, Instant born, Mishap mishap) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(uid.hashCode());
    return new Life(
        born,
        Duration.ofMillis(300 + random.nextInt(900)),
        Duration.ofMillis(700 + random.nextInt(1800)),
        mishap);
  }

  Instant start() {
    return born.plus(pull);
  }

  Moment at(Instant now) {
    if (now.isBefore(start())) {
      return new Moment(State.CREATING, born, 0, Optional.empty(), Optional.of(start()));
    }
    return switch (mishap) {
      case Mishap.None _ -> running(start(), 0, Optional.empty(), Optional.empty(), now);
      case Mishap.NoImage _ ->
          new Moment(State.PULLING, start(), 0, Optional.empty(), Optional.empty());
      case Mishap.NeverReady _ ->
          new Moment(State.RUNNING, start(), 0, Optional.empty(), Optional.empty());
      case Mishap.Crash crash -> crashing(crash, now);
    };
  }

  private Moment running(
      Instant from, int restarts, Optional<Run> ended, Optional<Instant> end, Instant now) {
    var ready = from.plus(warm);
    boolean gets = end.isEmpty() || ready.isBefore(end.get());
    if (gets && !now.isBefore(ready)) {
      return new Moment(State.READY, ready, restarts, ended, end);
    }
    return new Moment(State.RUNNING, from, restarts, ended, gets ? Optional.of(ready) : end);
  }

  /// Each time it is left alone for longer before it is started again.
  private Moment crashing(Mishap.Crash crash, Instant now) {
    var from = start();
    var pause = FIRST_PAUSE;
    Optional<Run> ended = Optional.empty();
    for (int restarts = 0; ; restarts++) {
      var end = from.plus(crash.after());
      if (now.isBefore(end)) {
        return running(from, restarts, ended, Optional.of(end), now);
      }
      ended = Optional.of(new Run(from, end));
      var again = end.plus(pause);
      if (now.isBefore(again)) {
        return new Moment(State.WAITING, end, restarts, ended, Optional.of(again));
      }
      from = again;
      pause = pause.multipliedBy(2);
      pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
  }
}
