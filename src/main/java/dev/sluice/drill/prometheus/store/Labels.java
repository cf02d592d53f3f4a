package dev.sluice.drill.prometheus.store;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a series is known by, its name among them. A label with an empty value is none.
public record Labels(SortedMap<String, String> all) {
  /// The label under which a series' name stands.
  public static final String NAME = "__name__";

  /// No label at all.
  public static final Labels NONE = new Labels(new TreeMap<>());

  public Labels {
    var kept = new TreeMap<>(all);
    kept.values().removeIf(String::isEmpty);
    all = Collections.unmodifiableSortedMap(kept);
  }

  public static Labels of(String name, Map<String, String> others) {
    var all = new TreeMap<>(others);
    all.put(NAME, name);
    return new Labels(all);
  }

  /// Empty for a label that is not there.
  public String get(String label) {
    return all.getOrDefault(label, "");
  }

  public Labels with(String label, String value) {
    var more = new TreeMap<>(all);
    more.put(label, value);
    return new Labels(more);
  }

  public Labels only(Collection<String> wanted) {
    var fewer = new TreeMap<>(all);
    fewer.keySet().retainAll(wanted);
    return new Labels(fewer);
  }

  public Labels without(Collection<String> unwanted) {
    var fewer = new TreeMap<>(all);
    fewer.keySet().removeAll(unwanted);
    return new Labels(fewer);
  }
}
