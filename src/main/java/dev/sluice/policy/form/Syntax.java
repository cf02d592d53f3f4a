package dev.sluice.policy.form;

import java.util.Optional;

/// A way to write things down: a file format.
@FunctionalInterface
public interface Syntax {

  /// What that text says; empty, with a mistake noted, where it is no such text.
  Optional<Written> read(String text, Mistakes mistakes);
}
