package dev.sluice.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Bounds;
import dev.sluice.state.Whereabouts;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the user left off, as it is written.
@JsonInclude(JsonInclude.Include.NON_NULL)
record WhereaboutsShape(
    @Nullable Window window,
    @Nullable String page,
    @Nullable Release release,
    @Nullable String sort,
    @Nullable String filter) {

  record Window(double x, double y, double width, double height, boolean maximized) {}

  record Release(@Nullable String context, @Nullable String namespace, @Nullable String name) {

    Optional<ReleaseRef> ref() {
      return context == null || namespace == null || name == null
          ? Optional.empty()
          : Optional.of(new ReleaseRef(context, namespace, name));
    }
  }

  static WhereaboutsShape of(Whereabouts where) {
    return new WhereaboutsShape(
        where
            .window()
            .map(w -> new Window(w.x(), w.y(), w.width(), w.height(), w.maximized()))
            .orElse(null),
        where.page(),
        where
            .release()
            .map(ref -> new Release(ref.context(), ref.namespace(), ref.name()))
            .orElse(null),
        where.sort(),
        where.filter());
  }

  Whereabouts whereabouts() {
    return new Whereabouts(
        Optional.ofNullable(window).map(w -> new Bounds(w.x, w.y, w.width, w.height, w.maximized)),
        Objects.requireNonNullElse(page, ""),
        Optional.ofNullable(release).flatMap(Release::ref),
        Objects.requireNonNullElse(sort, ""),
        Objects.requireNonNullElse(filter, ""));
  }
}
