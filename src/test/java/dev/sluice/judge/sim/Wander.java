package dev.sluice.judge.sim;

/// A first-order autoregression in steps of a quarter of a minute.
final class Wander {
  private final double spread;
  private final double kept;
  private final Dice dice;
  private double value;

  /// @param spread standard deviation
  /// @param perMinute correlation between one minute and the next
  Wander(double spread, double perMinute, Dice dice) {
    this.spread = spread;
    this.kept = Math.pow(perMinute, 0.25);
    this.dice = dice;
    this.value = spread == 0 ? 0 : spread * dice.normal();
  }

  /// One that is where `from` is, and goes on by itself.
  Wander(Wander from, Dice dice) {
    this.spread = from.spread;
    this.kept = from.kept;
    this.dice = dice;
    this.value = from.value;
  }

  double next() {
    if (spread > 0) {
      value = kept * value + spread * Math.sqrt(1 - kept * kept) * dice.normal();
    }
    return value;
  }
}
