package dev.sluice.cli;

import dev.sluice.release.ReleaseRef;
import dev.sluice.text.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A release as a person names it: `name`, `namespace/name` or `context/namespace/name`. A context
/// may itself have slashes, a namespace and a name have none.
record Names(Optional<String> context, Optional<String> namespace, String name) {

  /// What a name means among those that are known.
  sealed interface Match {}

  /// Just that one.
  record One(ReleaseRef release) implements Match {}

  /// Each of these.
  record Several(List<ReleaseRef> releases) implements Match {}

  /// None; the nearest known one, if there is any that could be meant.
  record None(Optional<ReleaseRef> nearest) implements Match {}

  static Names of(String text) {
    int last = text.lastIndexOf('/');
    if (last < 0) {
      return new Names(Optional.empty(), Optional.empty(), text);
    }
    var name = text.substring(last + 1);
    var before = text.substring(0, last);
    int middle = before.lastIndexOf('/');
    return middle < 0
        ? new Names(Optional.empty(), Optional.of(before), name)
        : new Names(
            Optional.of(before.substring(0, middle)),
            Optional.of(before.substring(middle + 1)),
            name);
  }

  /// The same name in whatever namespace.
  Names anywhere() {
    return new Names(context, Optional.empty(), name);
  }

  Match among(Collection<ReleaseRef> known) {
    var meant = known.stream().filter(this::means).sorted().toList();
    return switch (meant.size()) {
      case 0 -> new None(nearest(known));
      case 1 -> new One(meant.getFirst());
      default -> new Several(meant);
    };
  }

  boolean means(ReleaseRef release) {
    return release.name().equals(name)
        && namespace.map(release.namespace()::equals).orElse(true)
        && context.map(release.context()::equals).orElse(true);
  }

  private Optional<ReleaseRef> nearest(Collection<ReleaseRef> known) {
    return Nearest.to(name, known.stream().map(ReleaseRef::name).toList())
        .flatMap(
            near -> known.stream().filter(ref -> ref.name().equals(near)).sorted().findFirst());
  }
}
