package dev.sluice.judge.evidence;

/// What one step of the filters sees: bad requests of two arms over a minute or so.
///
/// @param gap minutes since the middle of the cell before; infinite after a break
/// @param bad of the first arm
/// @param all bad requests of both arms
/// @param share of the requests that the first arm had, 0–1 exclusive, as a mean over the bad
///   requests: that is what a bad request's chance to fall on it goes by
/// @param spreading how much of a pod's own variance stays in the arms' difference: 1 ÷ pods of one
///   arm + 1 ÷ pods of the other
public record Cell(double gap, long bad, long all, double share, double spreading) {}
