package dev.sluice.metrics.prometheus;

/// A PromQL expression.
///
/// @param name what the user knows it by
public record Query(String name, String text) {}
