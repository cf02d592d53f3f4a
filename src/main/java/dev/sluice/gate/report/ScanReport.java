package dev.sluice.gate.report;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What a scan for known vulnerabilities found.
///
/// @param scanner its name
public record ScanReport(
    String source, Set<String> digests, Instant made, String scanner, List<Flaw> flaws)
    implements Report {

  public ScanReport {
    digests = Set.copyOf(digests);
    flaws = List.copyOf(flaws);
  }
}
