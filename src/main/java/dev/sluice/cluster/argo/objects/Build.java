package dev.sluice.cluster.argo.objects;

/// What a container was found to run on its node.
///
/// @param digest of its image, as the registry has it
public record Build(String container, String digest) {}
