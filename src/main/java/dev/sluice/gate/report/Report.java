package dev.sluice.gate.report;

import java.time.Instant;
import java.util.Set;

/// What one report says of one build. Evidence of another build is none of this one, so each names
/// the digests of the image that it is about.
public sealed interface Report permits TestReport, ScanReport, VexReport {

  /// The file it was read from, for people.
  String source();

  /// The digests of the one image that it is about, each with its algorithm; empty where it names
  /// none, so that it is evidence of nothing.
  Set<String> digests();

  /// When it was made.
  Instant made();

  /// Whether it is about the image of that digest.
  default boolean about(String digest) {
    return digests().contains(digest);
  }
}
