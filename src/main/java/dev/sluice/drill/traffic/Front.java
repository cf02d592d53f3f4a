package dev.sluice.drill.traffic;

/// The way through the ingress controller.
///
/// @param service the stable Service; requests to a canary stand under it too
/// @param alternative the ingress controller's name for the canary's upstream; empty for the stable
record Front(String namespace, String ingress, String service, String alternative) {}
