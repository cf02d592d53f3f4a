package dev.sluice.judge.evidence;

/// A cell's ratio by itself, as a start for a filter's search.
///
/// @param at logarithm of the ratio
/// @param weight one over its variance
record Glance(double at, double weight) {

  static Glance of(Cell cell) {
    double ours = cell.bad() + 0.5;
    double theirs = cell.all() - cell.bad() + 0.5;
    double odds = cell.share() / (1 - cell.share());
    return new Glance(Math.log(ours / theirs / odds), 1 / (1 / ours + 1 / theirs));
  }
}
