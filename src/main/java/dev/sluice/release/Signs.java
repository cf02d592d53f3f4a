package dev.sluice.release;

import java.util.List;
import java.util.Optional;

/// What the manifest tells people: where to read on, what belongs together, what to beware of.
///
/// @param fleet the name that releases of several clusters share when they are one release; empty
///   where namespace and name say it
/// @param oneWay whether the data that the newer revision leaves cannot be read by the older one
public record Signs(Optional<String> fleet, List<Reference> references, boolean oneWay) {

  /// It tells nothing.
  public static final Signs NONE = new Signs(Optional.empty(), List.of());

  public Signs {
    references = List.copyOf(references);
  }

  /// Of a release that can go back.
  public Signs(Optional<String> fleet, List<Reference> references) {
    this(fleet, references, false);
  }
}
