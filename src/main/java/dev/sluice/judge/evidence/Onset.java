package dev.sluice.judge.evidence;

/// When a regression may begin: half of the belief lies on the release's start, a good part of the
/// rest on each turn of the weight, and what is left on any moment alike.
final class Onset {
  private static final double AT_START = 0.5;
  private static final double AT_TURN = 0.25;
  private static final double PER_MINUTE = 0.005;

  private double left;
  private boolean begun;

  /// The logarithm of the belief that it begins now.
  double now(boolean turn, double minutes) {
    double hazard = begun ? turn ? AT_TURN : PER_MINUTE * Math.min(minutes, 10) : AT_START;
    begun = true;
    double log = left + Math.log(hazard);
    left += Math.log1p(-hazard);
    return log;
  }

  /// The logarithm of the belief that it has not begun.
  double left() {
    return left;
  }
}
