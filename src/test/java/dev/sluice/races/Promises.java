package dev.sluice.races;

import dev.sluice.act.Facts;
import dev.sluice.act.Standing;
import dev.sluice.cluster.argo.ArgoWrite;
import dev.sluice.races.Moment.Began;
import dev.sluice.races.Moment.Ended;
import dev.sluice.races.Moment.Hand;
import dev.sluice.races.Moment.Meddled;
import dev.sluice.races.Moment.Passed;
import dev.sluice.races.Moment.Wrote;
import dev.sluice.release.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the consoles promise, checked on what happened in a race.
///
/// @param pauses the steps that wait for a person
record Promises(Set<Integer> pauses) {
  private static final Duration HELD = Duration.ofSeconds(3);

  /// What was broken, if anything, each in a sentence.
  List<String> broken(List<Moment> moments) {
    var found = new ArrayList<String>();
    found.addAll(promotedTwice(moments));
    found.addAll(notAsArmed(moments));
    found.addAll(skipped(moments));
    found.addAll(lost(moments));
    return found;
  }

  /// One gesture promotes once, and of all gestures on one stand of one step one.
  private static List<String> promotedTwice(List<Moment> moments) {
    var found = new ArrayList<String>();
    var gestures = new HashSet<Hand>();
    Optional<Hand> here = Optional.empty();
    for (var moment : moments) {
      if (moment instanceof Wrote wrote && wrote.applied() && promotes(wrote.write())) {
        if (!gestures.add(wrote.hand())) {
          found.add("double promotion: " + wrote.hand() + " promoted twice");
        } else if (here.isPresent() && wrote.before().lifted()) {
          found.add("double promotion: " + wrote.hand() + " after " + here.get() + " at one step");
        }
        here = Optional.of(wrote.hand());
      } else if (moment instanceof Passed(_, var before, var after) && !before.equals(after)) {
        here = Optional.empty();
      }
    }
    return found;
  }

  /// A promotion is carried out on what its button showed, or not at all; all the way is all the
  /// way from a later step, too, once the same gesture has let the release go on.
  private static List<String> notAsArmed(List<Moment> moments) {
    var found = new ArrayList<String>();
    var armed = new HashMap<Hand, Facts>();
    var resumed = new HashSet<Hand>();
    for (var moment : moments) {
      if (moment instanceof Began began) {
        armed.put(began.hand(), began.armed());
      } else if (moment instanceof Wrote wrote && wrote.write() instanceof ArgoWrite.ResumeSpec) {
        resumed.add(wrote.hand());
      } else if (moment instanceof Wrote wrote && wrote.applied() && promotes(wrote.write())) {
        var facts = armed.get(wrote.hand());
        boolean further =
            wrote.write() instanceof ArgoWrite.PromoteFull && resumed.contains(wrote.hand());
        if (facts != null && !shows(facts, wrote.before(), further)) {
          found.add(
              "not as armed: " + wrote.hand() + " " + wrote.write() + " on " + wrote.before());
        }
      }
    }
    return found;
  }

  private static boolean shows(Facts facts, Position position, boolean further) {
    return facts.uid().equals(position.uid())
        && facts.stableHash().orElse("").equals(position.stable())
        && facts.currentHash().orElse("").equals(position.current())
        && (further || facts.step().orElse(0) == position.step());
  }

  /// Nobody leaves a pause that no one took away, and nobody leaves two by one write.
  private List<String> skipped(List<Moment> moments) {
    var found = new ArrayList<String>();
    for (var moment : moments) {
      switch (moment) {
        case Wrote wrote when wrote.applied() && promotes(wrote.write()) -> {
          if (wrote.before().lifted() && wrote.after().step() > wrote.before().step()) {
            found.add("skipped step: " + wrote.hand() + " left " + wrote.after());
          } else if (wrote.after().step() - wrote.before().step() > 1) {
            found.add("skipped step: " + wrote.hand() + " to " + wrote.after());
          }
        }
        case Passed(_, var before, var after) when walks(before, after) -> {
          long left =
              pauses.stream()
                  .filter(step -> step >= before.step() && step < after.step())
                  .filter(step -> step > before.step() || !before.lifted())
                  .count();
          if (left > 0) {
            found.add("skipped step: from " + before + " to " + after);
          }
        }
        default -> {}
      }
    }
    return found;
  }

  private static boolean walks(Position before, Position after) {
    return before.sameWalk(after) && before.updating() && !before.full() && !before.aborted();
  }

  /// A rollback that nobody of the same console replaced ends well, is true, and stays so while
  /// nobody else writes.
  private static List<String> lost(List<Moment> moments) {
    var found = new ArrayList<String>();
    var targets = new LinkedHashMap<Hand, Began>();
    var ended = new HashMap<Hand, Ended>();
    for (var moment : moments) {
      if (moment instanceof Began began && began.action() instanceof Action.RollBack) {
        targets.put(began.hand(), began);
      } else if (moment instanceof Ended end) {
        ended.put(end.hand(), end);
      }
    }
    targets.forEach((hand, began) ->
        lost(began, Optional.ofNullable(ended.get(hand)), moments).ifPresent(found::add));
    return found;
  }

  private static Optional<String> lost(Began began, Optional<Ended> end, List<Moment> moments) {
    var target = ((Action.RollBack) began.action()).targetHash();
    var name = "lost rollback: " + began.hand() + " to " + target;
    if (end.isEmpty()) {
      return Optional.of(name + " never ended");
    }
    var standing = end.get().standing();
    if (!(standing instanceof Standing.Succeeded)) {
      boolean replaced = standing.words().key().equals("act.superseded");
      return replaced ? Optional.empty() : Optional.of(name + " ended as " + standing);
    }
    var held = held(target, began.at(), end.get().at(), moments);
    if (held.isEmpty()) {
      return Optional.of(name + " was told done and never held");
    }
    boolean undone = moments.stream().anyMatch(m -> writes(m) && m.at().isAfter(held.get()));
    boolean there = last(moments).filter(p -> p.backOn(target)).isPresent();
    return undone || there ? Optional.empty() : Optional.of(name + " did not stay");
  }

  /// When the target had held for the time that it must.
  private static Optional<Instant> held(
      String target, Instant from, Instant to, List<Moment> moments) {
    Optional<Instant> since = Optional.empty();
    Optional<Instant> held = Optional.empty();
    for (var moment : moments) {
      var now = moment.at();
      if (now.isAfter(to)) {
        return held;
      }
      if (since.isPresent() && !now.isBefore(from) && !since.get().plus(HELD).isAfter(now)) {
        held = since;
      }
      var position = position(moment);
      if (position.isPresent()) {
        boolean on = position.get().backOn(target);
        since = on ? since.or(() -> Optional.of(now)) : Optional.empty();
      }
    }
    return held;
  }

  private static boolean writes(Moment moment) {
    return switch (moment) {
      case Wrote wrote -> wrote.applied();
      case Meddled(_, _, var before, var after) -> !before.equals(after);
      default -> false;
    };
  }

  private static Optional<Position> last(List<Moment> moments) {
    return moments.reversed().stream().flatMap(m -> position(m).stream()).findFirst();
  }

  private static Optional<Position> position(Moment moment) {
    return switch (moment) {
      case Wrote wrote -> Optional.of(wrote.after());
      case Meddled meddled -> Optional.of(meddled.after());
      case Passed passed -> Optional.of(passed.after());
      case Moment.Began _, Ended _, Moment.Told _ -> Optional.empty();
    };
  }

  private static boolean promotes(ArgoWrite write) {
    return switch (write) {
      case ArgoWrite.Unpause _,
          ArgoWrite.AdvanceStep _,
          ArgoWrite.PassInconclusive _,
          ArgoWrite.PromoteFull _ ->
          true;
      case ArgoWrite.ResumeSpec _,
          ArgoWrite.PromoteBack _,
          ArgoWrite.PauseSpec _,
          ArgoWrite.LiftPause _,
          ArgoWrite.Abort _,
          ArgoWrite.ClearAbort _,
          ArgoWrite.Undo _,
          ArgoWrite.RestartNow _ ->
          false;
    };
  }
}
