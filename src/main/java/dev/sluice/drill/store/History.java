package dev.sluice.drill.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.world.Change;
import dev.sluice.drill.world.Resource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The last changes, so that a watch can be resumed and a list read to its end as of its beginning.
/// For one thread at a time.
final class History {
  private final int window;
  private final Deque<Step> steps = new ArrayDeque<>();
  private long floor;

  /// @param before what the change replaced
  record Step(Change change, @Nullable ObjectNode before) {}

  /// @param window how many changes are kept
  /// @param floor the version before the first
  History(int window, long floor) {
    this.window = window;
    this.floor = floor;
  }

  void add(Step step) {
    steps.add(step);
    if (steps.size() > window) {
      floor = steps.remove().change().version();
    }
  }

  /// From now on nothing older than that version is known.
  void compact(long version) {
    steps.removeIf(step -> step.change().version() <= version);
    floor = Math.max(floor, version);
  }

  boolean knows(long version) {
    return version >= floor;
  }

  List<Step> since(long version, Resource resource) {
    return steps.stream()
        .filter(
            step -> step.change().version() > version && step.change().resource().equals(resource))
        .toList();
  }

  /// The objects as they were at that version.
  ///
  /// @param now the objects as they are
  NavigableMap<Key, ObjectNode> at(
      long version, Resource resource, NavigableMap<Key, ObjectNode> now) {
    var then = new TreeMap<>(now);
    Iterator<Step> backwards = steps.descendingIterator();
    while (backwards.hasNext()) {
      var step = backwards.next();
      if (step.change().version() <= version) {
        break;
      }
      if (step.change().resource().equals(resource)) {
        var key = Key.of(step.change().object());
        if (step.before() == null) {
          then.remove(key);
        } else {
          then.put(key, step.before());
        }
      }
    }
    return then;
  }
}
