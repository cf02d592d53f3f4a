package dev.sluice.metrics.query;

/// What is asked for the raw counters of one revision, each series by itself.
///
/// @param all every request
/// @param failed those that failed
/// @param bounds which buckets the histogram of their durations has: a series for each `le`
/// @param byPod whether the label `pod` of a series is the pod that served
public record CounterQueries(Template all, Template failed, Template bounds, boolean byPod) {}
