package dev.sluice.drill.scenario;

import dev.sluice.drill.debrief.Aim;
import dev.sluice.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Something that can be practised.
public enum Lesson {
  /// A canary that is well.
  HEALTHY(Aim.PROMOTE, Subject.CHECKOUT),
  /// Errors that grow slowly.
  LEAK(Aim.BACK, Subject.CHECKOUT),
  /// Latency that jumps from one minute to the next.
  CLIFF(Aim.BACK, Subject.CHECKOUT),
  /// A blue-green that fails after its switch.
  BLUE_GREEN(Aim.BACK, Subject.LEDGER),
  /// Prometheus that does not answer.
  OUTAGE(Aim.NOT_BLIND, Subject.CHECKOUT),
  /// A Rollouts controller that hangs.
  ASLEEP(Aim.BACK, Subject.CHECKOUT),
  /// An API server that comes and goes.
  FLAPPING(Aim.BACK, Subject.CHECKOUT),
  /// One pod that fails among good ones.
  BAD_POD(Aim.BACK, Subject.CHECKOUT),
  /// A GitOps controller that puts back what a rollback takes away.
  GITOPS(Aim.BACK, Subject.CHECKOUT);

  private final Aim aim;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Subject subject;

  Lesson(Aim aim, Subject subject) {
    this.aim = aim;
    this.subject = subject;
  }

  /// As it is named on the command line: `bad-pod`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The one of that key.
  public static Optional<Lesson> of(String key) {
    return Arrays.stream(values()).filter(lesson -> lesson.key().equals(key)).findFirst();
  }

  /// What to practise after this one; the first after the last.
  public Lesson next() {
    var all = List.of(values());
    return all.get((all.indexOf(this) + 1) % all.size());
  }

  /// What a good ending is.
  public Aim aim() {
    return aim;
  }

  /// The release it is about.
  public Subject subject() {
    return subject;
  }

  /// Its name for people.
  public Words title() {
    return Words.of("drill.title." + key());
  }

  /// What a person should know before.
  public Words briefing() {
    return Words.of("drill.briefing." + key());
  }

  /// What to look at meanwhile.
  public Words look() {
    return Words.of("drill.look." + key());
  }

  /// What a good ending is.
  public Words ending() {
    return Words.of("drill.ending." + key());
  }
}
