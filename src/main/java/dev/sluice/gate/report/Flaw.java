package dev.sluice.gate.report;

import java.util.Set;

/// A known vulnerability that a scan found.
///
/// @param id what the scan calls it
/// @param ids every name it goes by, `id` among them
/// @param component the package URL of what has it, without qualifiers, or its name and version
///   where the scan gives no such URL
/// @param fixedIn the version without it; empty where there is none or nobody says
public record Flaw(
    String id, Set<String> ids, Severity severity, String component, String fixedIn) {

  public Flaw {
    ids = Set.copyOf(ids);
  }
}
