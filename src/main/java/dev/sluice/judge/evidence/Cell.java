package dev.sluice.judge.evidence;

/// What one step of the filters sees: bad requests of two arms over a minute or so.
///
/// @param gap minutes since the middle of the cell before; infinite after a break
/// @param bad of the first arm
/// @param all bad requests of both arms
/// @param share of the requests that the first arm had, 0–1 exclusive, as a mean over the bad
///   requests: that is what a bad request's chance to fall on it goes by
/// @param ours how many pods the first arm has
/// @param theirs how many the other one has
public record Cell(double gap, long bad, long all, double share, int ours, int theirs) {}
