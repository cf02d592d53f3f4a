package dev.sluice.cluster.argo.objects;

import dev.sluice.release.Autoscaler;

/// A HorizontalPodAutoscaler of a Rollout.
///
/// @param rollout the name of the Rollout that it scales
public record Scaling(String uid, String namespace, String rollout, Autoscaler autoscaler) {}
