package dev.sluice.ui.chart;

import java.time.Instant;

/// A stretch of time that is shaded: a stage, or a lane's turn.
///
/// @param label written at the top of the stretch, may be empty
/// @param percent of the traffic on the newer revision, 0–100: the more, the darker
public record Band(Instant from, Instant to, String label, int percent) {}
