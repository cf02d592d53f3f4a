package dev.sluice.state;

import dev.sluice.act.Facts;
import dev.sluice.act.Move;
import dev.sluice.act.Receipt;
import dev.sluice.act.Write;
import dev.sluice.conduct.Helm;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import dev.sluice.release.Step;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A cluster with one release for several who conduct it: an API server that holds writes to their
/// preconditions, a controller, and one lease.
final class Conducted {

  static final Duration SOAK = Duration.ofSeconds(20);

  private static final List<Step> STEPS =
      List.of(
          new Step.SetWeight(10),
          new Step.Pause(Optional.empty()),
          new Step.SetWeight(25),
          new Step.Pause(Optional.empty()),
          new Step.SetWeight(50),
          new Step.Pause(Optional.empty()));

  /// Every write that changed something.
  final List<String> applied = new ArrayList<>();

  final List<Release> history = new ArrayList<>();

  /// Whether somebody promoted before its time, or what was over.
  boolean broken;

  private int version = 100;
  private int step = 1;
  private boolean aborted;
  private boolean done;
  private Instant paused = Releases.NOON;
  private String holder = "";
  private Instant until = Instant.EPOCH;

  Conducted() {
    note();
  }

  /// What its engine writes.
  enum Does implements Write {
    ADVANCE,
    BACK;

    @Override
    public String verb() {
      return name();
    }
  }

  static Move next(Action action, Facts armed, Release now, List<Write> sent) {
    if (action instanceof Action.RollBack(var target)) {
      return now.share(target) == 100
          ? new Move.Done(Words.of("test.back"))
          : new Move.Send(Does.BACK);
    }
    if (now.progress().step().orElse(0) > armed.step().orElse(0) || !now.updating()) {
      return new Move.Done(Words.of("test.done"));
    }
    if (now.progress().aborted() || !armed.changedIn(Facts.of(now)).isEmpty()) {
      return new Move.Refuse(Words.of("test.changed"));
    }
    return sent.isEmpty() ? new Move.Send(Does.ADVANCE) : new Move.Wait(Words.of("test.wait"));
  }

  Release now() {
    return history.getLast();
  }

  boolean over() {
    return done || aborted;
  }

  /// Carries out a write that was decided on that sight.
  Result<Receipt> send(Release seen, Write write, Instant at) {
    if (write == Does.ADVANCE) {
      if (!seen.version().equals(now().version())) {
        return Result.failed(new Failure.Moved("prod", "test failed"));
      }
      applied.add("advance from " + step);
      broken |= at.isBefore(paused.plus(SOAK)) || aborted || done;
      step++;
      change();
    } else if (!aborted && !done) {
      applied.add("back");
      aborted = true;
      change();
    }
    return Result.ok(new Receipt("" + version, at, List.of()));
  }

  /// The controller has a look.
  void reconcile(Instant at) {
    if (aborted || done) {
      return;
    }
    if (step == STEPS.size()) {
      done = true;
      change();
    } else if (step % 2 == 0) {
      step++;
      paused = at;
      change();
    }
  }

  /// Something that matters to nobody changes.
  void churn() {
    change();
  }

  Helm.Lead campaign(String who, Instant at) {
    if (holder.equals(who) || at.isAfter(until)) {
      holder = who;
      until = at.plus(Helm.TERM);
    }
    return new Helm.Lead(holder, holder.equals(who), until);
  }

  private void change() {
    version++;
    note();
  }

  private int weight() {
    if (aborted || done) {
      return aborted ? 0 : 100;
    }
    int at = Math.min(step - step % 2, STEPS.size() - 2);
    return ((Step.SetWeight) STEPS.get(at)).percent();
  }

  private void note() {
    int weight = weight();
    var release =
        Releases.canary()
            .steps(STEPS)
            .step(step)
            .resourceVersion("" + version)
            .weighted(weight, weight);
    if (step % 2 == 1) {
      release.pausedSince(paused);
    }
    if (aborted) {
      release.aborted();
    }
    if (done) {
      release.hashes("b", "b");
    }
    history.add(release.build());
  }
}
