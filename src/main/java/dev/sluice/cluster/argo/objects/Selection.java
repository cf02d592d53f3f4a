package dev.sluice.cluster.argo.objects;

/// A Service that selects one revision.
///
/// @param hash the pod template hash in its selector
public record Selection(String uid, String namespace, String service, String hash) {}
