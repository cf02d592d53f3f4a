package dev.sluice.policy;

import java.time.Instant;

/// A change of a document.
///
/// @param by the client that made it, as the API server's managed fields name it; empty where they
///   name none
public record Edit(String by, Instant at) {}
