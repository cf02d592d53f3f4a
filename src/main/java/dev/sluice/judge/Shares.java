package dev.sluice.judge;

/// How a measure's chance of a false alarm is divided: each of its tests may use its part once in
/// the whole release.
final class Shares {

  /// The arm as a whole against the stable revision.
  static final double ARM = 0.8;

  /// The limit that holds whatever the stable revision does.
  static final double LIMIT = 0.1;

  /// Each single pod, together.
  static final double PODS = 0.1;

  private Shares() {}

  /// What a test that has this part of alpha calls out at: the natural logarithm of the evidence.
  static double alarm(double alpha, double part) {
    return -Math.log(alpha * part);
  }
}
