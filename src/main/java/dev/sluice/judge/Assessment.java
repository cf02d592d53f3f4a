package dev.sluice.judge;

import java.util.List;
import java.util.Optional;

/// What the judge says of one measure of one release.
///
/// @param service what is known of the service from before the release: its traffic now while none
///   is under way
/// @param prospects what each stage of the plan can tell at that traffic, in the plan's order
/// @param hearing the revision under judgement; empty while none is, or none has had traffic yet
public record Assessment(
    Measure measure,
    Prospect.Service service,
    List<Prospect> prospects,
    Optional<Hearing> hearing) {

  public Assessment {
    prospects = List.copyOf(prospects);
  }
}
