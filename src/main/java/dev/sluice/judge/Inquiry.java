package dev.sluice.judge;

import dev.sluice.judge.count.Slice;
import dev.sluice.judge.count.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One measure of one release, fed slice by slice: what the stable pods did before the canary had
/// traffic, and from then on the trial. The weight of a slice says at which stage of the plan it
/// was counted, so that one who begins in the middle and takes everything from the beginning comes
/// to the same as one who was there. Belongs to one thread.
public final class Inquiry {
  private static final int MOMENTS = 480;

  private final Measure measure;
  private final List<Prospect.Planned> plan;
  private final Background background = new Background();
  private final List<Hearing.Moment> course = new ArrayList<>();
  private Optional<Opened> opened = Optional.empty();
  private Tally canary = Tally.NONE;
  private Tally stable = Tally.NONE;

  /// A trial, by what was known of the service when it began: what is asked must not depend on what
  /// is answered.
  private record Opened(
      Trial trial, Prospect.Service service, List<Prospect> prospects, Soak soak, Verdict verdict) {

    Opened enter(Soak next) {
      trial.enter(next);
      return new Opened(trial, service, prospects, next, verdict);
    }

    Opened take(Slice slice) {
      trial.take(slice);
      return new Opened(trial, service, prospects, soak, trial.verdict());
    }
  }

  /// @param plan the stages that the release goes through, by ascending weight; at least one
  public Inquiry(Measure measure, List<Prospect.Planned> plan) {
    if (plan.isEmpty()) {
      throw new IllegalArgumentException("no stage");
    }
    this.measure = measure;
    this.plan = List.copyOf(plan);
  }

  /// One into another revision, or by another plan, that knows the same time before.
  public Inquiry anew(Measure other, List<Prospect.Planned> stages) {
    var next = new Inquiry(other, stages);
    next.background.takeAll(background);
    return next;
  }

  /// Whether the canary has had traffic.
  public boolean opened() {
    return opened.isPresent();
  }

  /// The next slice in order of time.
  public void take(Slice slice) {
    if (opened.isEmpty() && slice.weight() == 0) {
      background.take(slice);
      return;
    }
    var at = opened.orElseGet(() -> open(slice));
    if (stage(slice.weight()) != stage(at.soak.weight())) {
      at = at.enter(soak(at.prospects, slice));
    }
    at = at.take(slice);
    opened = Optional.of(at);
    canary = canary.plus(slice.canaryTally());
    stable = stable.plus(slice.stableTally());
    course.add(Hearing.Moment.of(slice.to(), slice.weight(), at.verdict.evidence()));
    thin();
  }

  private Opened open(Slice first) {
    var service = background.service();
    var prospects = Prospect.of(service, plan, measure);
    var soak = soak(prospects, first);
    var trial = new Trial(measure, background.slices(), soak);
    return new Opened(trial, service, prospects, soak, trial.verdict());
  }

  private Soak soak(List<Prospect> prospects, Slice first) {
    int stages = (int) plan.stream().filter(stage -> stage.weight() < 100).count();
    double asked = prospects.get(stage(first.weight())).notWorseThan();
    return new Soak(first.weight(), first.from(), asked, Math.max(1, stages));
  }

  /// The last stage of the plan that has no more than that weight.
  private int stage(int weight) {
    int at = 0;
    for (int i = 0; i < plan.size(); i++) {
      at = plan.get(i).weight() <= weight ? i : at;
    }
    return at;
  }

  /// Every second moment is let go, but never the newest.
  private void thin() {
    if (course.size() > MOMENTS) {
      var kept = new ArrayList<Hearing.Moment>();
      for (int i = 0; i < course.size(); i += 2) {
        kept.add(course.get(i));
      }
      course.clear();
      course.addAll(kept);
    }
  }

  /// What the canary counted since it got its first traffic.
  public Tally canary() {
    return canary;
  }

  /// What the stable revision counted meanwhile.
  public Tally stable() {
    return stable;
  }

  /// What there is to say now.
  public Assessment assessment() {
    return opened
        .map(at ->
            new Assessment(
                measure,
                at.service,
                at.prospects,
                Optional.of(new Hearing(at.soak, at.verdict, course))))
        .orElseGet(this::prospects);
  }

  private Assessment prospects() {
    var service = background.service();
    return new Assessment(measure, service, Prospect.of(service, plan, measure), Optional.empty());
  }
}
