package dev.sluice.act;

import java.time.Instant;
import java.util.List;

/// The API server's acceptance of a write.
///
/// @param resourceVersion of the object after the write
/// @param serverTime the answer's `Date`
/// @param warnings the API server's warning headers
public record Receipt(String resourceVersion, Instant serverTime, List<String> warnings) {
  public Receipt {
    warnings = List.copyOf(warnings);
  }
}
