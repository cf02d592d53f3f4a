package dev.sluice.state;

import dev.sluice.release.ReleaseRef;
import java.util.List;
import java.util.Optional;

/// Where a person left off, so that the next start goes on there.
///
/// @param window empty before there was one
/// @param page the name of the page that was open
/// @param release the release that was open
/// @param sort the board's column and direction, as the board writes it; may be empty
/// @param filter what stood in the board's filter
/// @param lapses what the console did by itself
public record Whereabouts(
    Optional<Bounds> window,
    String page,
    Optional<ReleaseRef> release,
    String sort,
    String filter,
    List<Lapse> lapses) {

  /// Nothing known.
  public static final Whereabouts NOWHERE =
      new Whereabouts(Optional.empty(), "", Optional.empty(), "", "");

  public Whereabouts {
    lapses = List.copyOf(lapses);
  }

  /// Of a console that does nothing by itself.
  public Whereabouts(
      Optional<Bounds> window,
      String page,
      Optional<ReleaseRef> release,
      String sort,
      String filter) {
    this(window, page, release, sort, filter, List.of());
  }

  public Whereabouts with(Bounds bounds) {
    return new Whereabouts(Optional.of(bounds), page, release, sort, filter, lapses);
  }

  /// With what lapses by its end.
  public Whereabouts with(List<Lapse> all) {
    return new Whereabouts(window, page, release, sort, filter, all);
  }
}
