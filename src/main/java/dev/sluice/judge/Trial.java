package dev.sluice.judge;

import dev.sluice.judge.count.Slice;
import dev.sluice.judge.evidence.Learning;
import java.util.List;

/// One measure of one release under judgement: slices go in as they come, and each costs the same
/// however long the release has lasted. Belongs to one thread.
public final class Trial {
  private final Measure measure;
  private final Learning learning;
  private final Comparison comparison;
  private final Pods pods;
  private final LimitWatch limit;
  private final Former former;
  private final Cells cells;
  private StageCount stage;
  private Soak soak;

  /// @param before the stable pods' slices from before the release, in order of time
  /// @param soak the first stage that is judged
  public Trial(Measure measure, List<Slice> before, Soak soak) {
    this.measure = measure;
    this.learning = learn(before).onwards();
    this.comparison = new Comparison(measure, learning);
    this.pods = new Pods(measure, learning);
    this.limit = new LimitWatch(measure, learning);
    this.former = new Former(before);
    this.cells = Cells.ofBoth(measure.tolerated());
    this.soak = soak;
    this.stage = stage(soak);
  }

  static Learning learn(List<Slice> before) {
    var learning = new Learning();
    var cells = Cells.ofStable();
    for (var slice : before) {
      cells.take(slice).forEach(whole -> learning.step(whole.stable(), whole.cell().gap()));
    }
    return learning;
  }

  /// A wrong «safe» takes every measure to be wrong at once, so that measures need not share this
  /// chance; stages must.
  private StageCount stage(Soak at) {
    return new StageCount(learning, Measure.RELEASE_ALPHA / at.stages());
  }

  /// The release stands at another stage from now on.
  public void enter(Soak next) {
    cells.end().ifPresent(this::step);
    soak = next;
    stage = stage(next);
  }

  /// The next slice in order of time.
  public void take(Slice slice) {
    if (slice.tells() || alone(slice)) {
      stage.count(slice);
    }
    limit.take(slice);
    former.take(slice);
    cells.take(slice).forEach(this::step);
  }

  /// Whether nobody is left on stable, so that the canary is all there is to count.
  private static boolean alone(Slice slice) {
    return slice.weight() >= 100 && slice.flaw().isEmpty() && slice.canaryTally().requests() > 0;
  }

  private void step(Cells.Whole whole) {
    comparison.step(whole);
    pods.step(whole);
    stage.step(whole.cell());
  }

  /// Whether the canary has ever been called regressed by comparison with the stable revision.
  boolean alarmed() {
    return comparison.alarmed();
  }

  /// What there is to say now.
  public Verdict verdict() {
    return new Ruling(measure, soak, evidence(), pods.bad(), limit, former).verdict();
  }

  private Evidence evidence() {
    var bounds = stage.bounds();
    var noise = learning.noise();
    return new Evidence(
        stage.canary(),
        stage.stable(),
        bounds.ratio(),
        bounds.low(),
        bounds.high(),
        comparison.peak(),
        comparison.against(),
        comparison.alarm(),
        noise,
        Outlook.toDecision(measure, soak, stage, noise),
        stage.asOf());
  }
}
