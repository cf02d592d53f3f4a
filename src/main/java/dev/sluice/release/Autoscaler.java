package dev.sluice.release;

/// Who else decides how many pods a release has, while it has them (a HorizontalPodAutoscaler).
///
/// @param least pods it keeps
/// @param most pods it makes
public record Autoscaler(String name, int least, int most) {}
