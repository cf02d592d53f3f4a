package dev.sluice.judge.count;

/// What one pod's counters counted between two edges.
///
/// @param pod its name, or that of whatever the counters tell apart
public record PodTally(String pod, Tally tally) {}
