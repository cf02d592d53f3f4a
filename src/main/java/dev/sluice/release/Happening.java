package dev.sluice.release;

import java.time.Instant;

/// One entry of a release's timeline, as an Event in the cluster told it.
///
/// @param id unique in its cluster, stable when the event repeats
/// @param source who says so: the controller, a console's user
/// @param reason the event's machine-readable word
/// @param warning whether it is of type Warning
/// @param count how often it happened, at least 1
public record Happening(
    String id,
    Instant at,
    String source,
    String reason,
    String message,
    boolean warning,
    int count) {}
