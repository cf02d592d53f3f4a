package dev.sluice.judge;

import dev.sluice.judge.count.Tally;
import dev.sluice.judge.evidence.Noise;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The figures behind a verdict.
///
/// @param canary what it counted in this stage
/// @param stable what the stable revision counted meanwhile
/// @param ratio the canary's share of bad requests ÷ the stable revision's, the likeliest; `NaN`
///   when nothing is known
/// @param low the ratio is above this and below `high`, however often one looks, with the
///   confidence that the stages' shares leave
/// @param high infinite while nothing bounds it
/// @param peak natural logarithm of the largest evidence so far that the canary is worse than
///   tolerated; the canary is called regressed when it reaches `alarm`
/// @param against the same as it stands now
/// @param alarm what `peak` is held to
/// @param noise what is held possible of pods' own noise
/// @param toDecision how much longer until a verdict at today's traffic, if the ratio stays as it
///   is; empty when that cannot be said
/// @param asOf end of the newest slice that carries evidence
public record Evidence(
    Tally canary,
    Tally stable,
    double ratio,
    double low,
    double high,
    double peak,
    double against,
    double alarm,
    Noise noise,
    Optional<Duration> toDecision,
    Optional<Instant> asOf) {}
