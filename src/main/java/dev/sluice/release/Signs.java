package dev.sluice.release;

import java.util.List;
import java.util.Optional;

/// What the manifest tells people: where to read on, and what belongs together.
///
/// @param fleet the name that releases of several clusters share when they are one release; empty
///   where namespace and name say it
public record Signs(Optional<String> fleet, List<Reference> references) {

  /// It tells nothing.
  public static final Signs NONE = new Signs(Optional.empty(), List.of());

  public Signs {
    references = List.copyOf(references);
  }
}
