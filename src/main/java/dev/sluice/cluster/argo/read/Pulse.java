package dev.sluice.cluster.argo.read;

import dev.sluice.release.Failure;
import java.time.Instant;

/// The last sign of life of an API server as a whole.
///
/// @param answered when it last answered a probe
/// @param why it did not answer the newest; meaningless while it does
record Pulse(Instant answered, Failure why) {}
