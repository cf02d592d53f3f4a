package dev.sluice.reports;

import java.time.Instant;
import java.util.Set;

/// What is known of a report before it is read.
///
/// @param source its file, below the folder of reports
/// @param digests those that its path names
/// @param modified when the file was last written: when it was made, for formats that do not say
record Origin(String source, Set<String> digests, Instant modified) {

  /// What the report itself names goes before what its path does.
  Set<String> or(Set<String> named) {
    return named.isEmpty() ? digests : named;
  }
}
