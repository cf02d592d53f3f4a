package dev.sluice.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Bounds;
import dev.sluice.state.Lapse;
import dev.sluice.state.Lapse.Cause;
import dev.sluice.state.Whereabouts;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
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
    @Nullable String filter,
    @Nullable List<Lapsed> lapses) {

  record Window(double x, double y, double width, double height, boolean maximized) {}

  record Release(@Nullable String context, @Nullable String namespace, @Nullable String name) {

    static Release of(ReleaseRef ref) {
      return new Release(ref.context(), ref.namespace(), ref.name());
    }

    Optional<ReleaseRef> ref() {
      return context == null || namespace == null || name == null
          ? Optional.empty()
          : Optional.of(new ReleaseRef(context, namespace, name));
    }
  }

  record Lapsed(
      @Nullable Release release,
      boolean back,
      boolean promotes,
      @Nullable String closed,
      @Nullable Boolean another) {

    static Lapsed of(Lapse lapse) {
      return new Lapsed(
          Release.of(lapse.release()),
          lapse.back(),
          lapse.promotes(),
          switch (lapse.cause()) {
            case Cause.Closed(var at) -> at.toString();
            case Cause.Ended _, Cause.Another _ -> null;
          },
          lapse.cause() instanceof Cause.Another ? true : null);
    }

    Optional<Lapse> lapse() {
      return Optional.ofNullable(release)
          .flatMap(Release::ref)
          .map(ref -> new Lapse(ref, back, promotes, cause(), false));
    }

    private Cause cause() {
      if (another != null && another) {
        return new Cause.Another();
      }
      try {
        return closed == null ? new Cause.Ended() : new Cause.Closed(Instant.parse(closed));
      } catch (DateTimeParseException _) {
        return new Cause.Ended();
      }
    }
  }

  static WhereaboutsShape of(Whereabouts where) {
    return new WhereaboutsShape(
        where
            .window()
            .map(w -> new Window(w.x(), w.y(), w.width(), w.height(), w.maximized()))
            .orElse(null),
        where.page(),
        where.release().map(Release::of).orElse(null),
        where.sort(),
        where.filter(),
        where.lapses().isEmpty() ? null : where.lapses().stream().map(Lapsed::of).toList());
  }

  Whereabouts whereabouts() {
    return new Whereabouts(
        Optional.ofNullable(window).map(w -> new Bounds(w.x, w.y, w.width, w.height, w.maximized)),
        Objects.requireNonNullElse(page, ""),
        Optional.ofNullable(release).flatMap(Release::ref),
        Objects.requireNonNullElse(sort, ""),
        Objects.requireNonNullElse(filter, ""),
        Optional.ofNullable(lapses).stream()
            .flatMap(List::stream)
            .flatMap(each -> each.lapse().stream())
            .toList());
  }
}
