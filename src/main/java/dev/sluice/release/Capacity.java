package dev.sluice.release;

/// Pods of the whole release: wanted, ready to serve, and of the newest revision.
public record Capacity(int desired, int ready, int available, int updated) {}
