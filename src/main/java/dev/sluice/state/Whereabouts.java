package dev.sluice.state;

import dev.sluice.release.ReleaseRef;
import java.util.Optional;

/// Where a person left off, so that the next start goes on there.
///
/// @param window empty before there was one
/// @param page the name of the page that was open
/// @param release the release that was open
/// @param sort the board's column and direction, as the board writes it; may be empty
/// @param filter what stood in the board's filter
public record Whereabouts(
    Optional<Bounds> window,
    String page,
    Optional<ReleaseRef> release,
    String sort,
    String filter) {

  /// Nothing known.
  public static final Whereabouts NOWHERE =
      new Whereabouts(Optional.empty(), "", Optional.empty(), "", "");

  public Whereabouts with(Bounds bounds) {
    return new Whereabouts(Optional.of(bounds), page, release, sort, filter);
  }
}
