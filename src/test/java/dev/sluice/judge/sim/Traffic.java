package dev.sluice.judge.sim;

import dev.sluice.judge.count.Flaw;
import dev.sluice.judge.count.PodTally;
import dev.sluice.judge.count.Slice;
import dev.sluice.judge.count.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Makes slices of a quarter of a minute of a simulated service, one after the other.
public final class Traffic {

  /// Where time begins.
  public static final Instant START = Instant.parse("2026-11-29T00:00:00Z");

  private static final Duration TICK = Duration.ofSeconds(15);
  private static final double BURST = 20;

  private final World world;
  private final Dice dice;
  private final Wander shared;
  private final List<Wander> canary;
  private final List<Wander> stable;
  private Instant now;
  private int tick;

  /// Its stable pods run for `before` before the canary comes at [#START].
  public Traffic(World world, long seed, Duration before) {
    this.world = world;
    this.dice = new Dice(seed);
    this.shared = new Wander(world.shared(), world.memory(), dice);
    this.canary = pods(world.canaryPods());
    this.stable = pods(world.stablePods());
    this.now = START.minus(before);
  }

  private Traffic(Traffic from, World world) {
    this.world = world;
    this.dice = from.dice.others();
    this.shared = new Wander(from.shared, dice);
    this.canary = from.canary.stream().map(pod -> new Wander(pod, dice)).toList();
    this.stable = from.stable.stream().map(pod -> new Wander(pod, dice)).toList();
    this.now = from.now;
    this.tick = from.tick;
  }

  /// What comes from here when the canary is so many times as bad; the past is shared.
  public Traffic ratio(double other) {
    return new Traffic(this, world.ratio(other));
  }

  private List<Wander> pods(int count) {
    var pods = new ArrayList<Wander>();
    for (int i = 0; i < count; i++) {
      pods.add(new Wander(world.perPod(), 0.8, dice));
    }
    return pods;
  }

  /// All slices until the canary comes.
  public List<Slice> before() {
    var slices = new ArrayList<Slice>();
    while (now.isBefore(START)) {
      slices.add(slice(0));
    }
    return slices;
  }

  /// The next quarter of a minute. One in which the weight turns is flawed.
  public Slice next() {
    int weight = weight(tick);
    boolean turns = weight != weight(Math.max(0, tick - 1));
    tick++;
    var slice = slice(weight);
    return turns ? Slice.flawed(slice.from(), slice.to(), weight, Flaw.WEIGHT) : slice;
  }

  private int weight(int at) {
    return world.weight().applyAsInt(at / 4);
  }

  private Slice slice(int weight) {
    double mood = world.base() * Math.exp(shared.next());
    if (world.bursts() > 0 && dice.uniform() < world.bursts()) {
      mood *= BURST;
    }
    double all = world.perSecond() * TICK.toSeconds();
    var newer =
        weight == 0
            ? List.<PodTally>of()
            : arm("c", canary, all * weight / 100, mood * world.ratio());
    var older = arm("s", stable, all * (100 - weight) / 100, mood);
    var slice = Slice.of(now, now.plus(TICK), weight, newer, older);
    now = now.plus(TICK);
    return slice;
  }

  private List<PodTally> arm(String name, List<Wander> pods, double requests, double mood) {
    var tallies = new ArrayList<PodTally>(pods.size());
    for (int i = 0; i < pods.size(); i++) {
      long served = dice.poisson(requests / pods.size());
      double rate = mood * Math.exp(pods.get(i).next());
      long bad = Math.min(served, dice.poisson(requests / pods.size() * rate));
      tallies.add(new PodTally(name + i, new Tally(served, bad)));
    }
    return tallies;
  }
}
