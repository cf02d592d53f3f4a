package dev.sluice.ui.board;

import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Agenda;
import dev.sluice.state.Environment;
import dev.sluice.state.ShardedMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows of the table: those that pass the filter, in order. A new state touches only the rows
/// whose release is another object than before, or that need a person for something else; order and
/// place of the others stay.
final class ShownRows {
  /// From this many changes at once, making the list anew costs less than so many single changes.
  private static final int MANY = 256;

  private final RowList shown = new RowList();
  private final Map<ReleaseRef, BoardRow> rows = new HashMap<>();
  private Map<ReleaseRef, Release> seen = Map.of();
  private Map<String, Environment> marks = Map.of();
  private Predicate<BoardRow> filter = _ -> true;
  private Comparator<BoardRow> order = Sorting.URGENT.order();
  private Agenda agenda = Agenda.NOTHING;

  private record Change(@Nullable BoardRow before, BoardRow after) {}

  RowList shown() {
    return shown;
  }

  int size() {
    return rows.size();
  }

  /// Shows these releases, with what needs a person; says whether any row is another than before.
  @SuppressWarnings("ReferenceEquality") // The same object holds the same releases and needs.
  boolean show(Map<ReleaseRef, Release> next, Agenda asked, Map<String, Environment> marked) {
    boolean anew = !marks.equals(marked);
    if (next == seen && asked == agenda && !anew) {
      return false;
    }
    marks = Map.copyOf(marked);
    var before = agenda;
    agenda = asked;
    var gone = gone(next);
    var changes = changes(next, anew ? Map.of() : seen, before);
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
      }
    }
    return gone;
  }

  @SuppressWarnings("ReferenceEquality") // Equality of thousands of releases would be dear.
  private List<Change> changes(
      Map<ReleaseRef, Release> next, Map<ReleaseRef, Release> known, Agenda before) {
    var touched = new HashSet<ReleaseRef>();
    ShardedMap.apart(next, known)
        .forEach((ref, release) -> {
          if (known.get(ref) != release) {
            touched.add(ref);
          }
        });
    if (agenda != before) {
      touched.addAll(apart(agenda.waiting(), before.waiting()));
      touched.addAll(apart(agenda.opinions(), before.opinions()));
    }
    return touched.stream().flatMap(ref -> changed(next.get(ref)).stream()).toList();
  }

  private static <T> Set<ReleaseRef> apart(Map<ReleaseRef, T> one, Map<ReleaseRef, T> other) {
    return Stream.concat(one.keySet().stream(), other.keySet().stream())
        .filter(ref -> !Objects.equals(one.get(ref), other.get(ref)))
        .collect(Collectors.toSet());
  }

  private Optional<Change> changed(@Nullable Release release) {
    if (release == null) {
      return Optional.empty();
    }
    var ref = release.ref();
    var row =
        BoardRows.of(
            release, Environment.of(ref.context(), marks), agenda.need(ref), agenda.opinion(ref));
    var old = rows.put(ref, row);
    return row.equals(old) ? Optional.empty() : Optional.of(new Change(old, row));
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
