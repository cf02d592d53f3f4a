package dev.sluice.policy;

import java.util.Optional;

/// A value of a policy that has become another, each as it would be written; empty where nothing
/// applies.
public record Change(Term<?> term, Optional<Object> before, Optional<Object> after) {}
