package dev.sluice.ui.board;

import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Environment;
import dev.sluice.state.ShardedMap;
import dev.sluice.ui.control.Mark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The rows of the table: those that pass the filter, in order. A new state touches only the rows
/// whose release is another object than before; order and place of the others stay.
final class ShownRows {
  /// From this many changes at once, making the list anew costs less than so many single changes.
  private static final int MANY = 256;

  private final RowList shown = new RowList();
  private final Map<ReleaseRef, BoardRow> rows = new HashMap<>();
  private Map<ReleaseRef, Release> seen = Map.of();
  private Map<String, Environment> marks = Map.of();
  private Predicate<BoardRow> filter = _ -> true;
  private Comparator<BoardRow> order = Sorting.URGENT.order();
  private int busy;
  private int failed;

  private record Change(@Nullable BoardRow before, BoardRow after) {}

  RowList shown() {
    return shown;
  }

  int size() {
    return rows.size();
  }

  /// How many have something on its way, or are wrong.
  int busy() {
    return busy;
  }

  int failed() {
    return failed;
  }

  /// Shows these releases; says whether any row is another than before.
  @SuppressWarnings("ReferenceEquality") // The same map object holds the same releases.
  boolean show(Map<ReleaseRef, Release> next, Map<String, Environment> marked) {
    boolean anew = !marks.equals(marked);
    if (next == seen && !anew) {
      return false;
    }
    marks = Map.copyOf(marked);
    var gone = gone(next);
    var changes = changes(next, anew ? Map.of() : seen);
    seen = next;
    if (gone.size() + changes.size() > MANY) {
      rebuild();
    } else {
      gone.forEach(this::remove);
      changes.forEach(this::apply);
    }
    return !gone.isEmpty() || !changes.isEmpty();
  }

  void filter(Predicate<BoardRow> next) {
    filter = next;
    rebuild();
  }

  void sort(Sorting next) {
    order = next.order();
    rebuild();
  }

  private List<BoardRow> gone(Map<ReleaseRef, Release> next) {
    var gone = new ArrayList<BoardRow>();
    for (var ref : ShardedMap.apart(seen, next).keySet()) {
      var row = next.containsKey(ref) ? null : rows.remove(ref);
      if (row != null) {
        gone.add(row);
        count(row, -1);
      }
    }
    return gone;
  }

  @SuppressWarnings("ReferenceEquality") // Equality of thousands of releases would be dear.
  private List<Change> changes(Map<ReleaseRef, Release> next, Map<ReleaseRef, Release> before) {
    var changes = new ArrayList<Change>();
    ShardedMap.apart(next, before)
        .forEach((ref, release) -> {
          if (before.get(ref) != release) {
            var row = BoardRows.of(release, Environment.of(ref.context(), marks));
            var old = rows.put(ref, row);
            if (old != null) {
              count(old, -1);
            }
            count(row, 1);
            if (!row.equals(old)) {
              changes.add(new Change(old, row));
            }
          }
        });
    return changes;
  }

  private void count(BoardRow row, int by) {
    busy += row.busy() ? by : 0;
    failed += row.mark() == Mark.BAD ? by : 0;
  }

  private void apply(Change change) {
    int from = change.before == null ? -1 : place(change.before);
    boolean wanted = filter.test(change.after);
    if (from >= 0 && wanted && fits(from, change.after)) {
      shown.swap(from, change.after);
      return;
    }
    if (from >= 0) {
      shown.remove(from);
    }
    if (wanted) {
      int to = Collections.binarySearch(shown, change.after, order);
      shown.add(to < 0 ? -to - 1 : to, change.after);
    }
  }

  private void remove(BoardRow row) {
    int at = place(row);
    if (at >= 0) {
      shown.remove(at);
    }
  }

  /// Where that row stands, negative if it is not shown.
  private int place(BoardRow row) {
    int at = Collections.binarySearch(shown, row, order);
    return at >= 0 && shown.get(at).equals(row) ? at : -1;
  }

  /// Whether a row may stand there without disturbing the order.
  private boolean fits(int at, BoardRow row) {
    return (at == 0 || order.compare(shown.get(at - 1), row) < 0)
        && (at == shown.size() - 1 || order.compare(row, shown.get(at + 1)) < 0);
  }

  private void rebuild() {
    shown.setAll(rows.values().stream().filter(filter).sorted(order).toList());
  }
}
