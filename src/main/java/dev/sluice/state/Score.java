package dev.sluice.state;

import java.time.Duration;

/// The best that somebody did in an exercise.
///
/// @param safe from the first hurt user until all were safe
/// @param bad requests that users would complain about
public record Score(Duration safe, long bad) {}
