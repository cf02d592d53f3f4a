package dev.sluice.state;

import dev.sluice.gate.Finding;
import dev.sluice.release.Release;
import dev.sluice.text.Words;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What was found of releases in one state, so that all who look at that state ask once. From any
/// thread.
final class Glance {
  private final ConsoleState state;
  private final Map<Release, List<Finding>> findings = map();
  private final Map<Release, Optional<Words>> regressions = map();

  Glance(ConsoleState state) {
    this.state = state;
  }

  private static <V> Map<Release, V> map() {
    return Collections.synchronizedMap(new IdentityHashMap<>());
  }

  /// Whether it is of that very state.
  boolean of(ConsoleState other) {
    return Maps.same(state, other);
  }

  List<Finding> findings(Release release, Supplier<List<Finding>> look) {
    return findings.computeIfAbsent(release, _ -> look.get());
  }

  Optional<Words> regression(Release release, Supplier<Optional<Words>> look) {
    return regressions.computeIfAbsent(release, _ -> look.get());
  }
}
