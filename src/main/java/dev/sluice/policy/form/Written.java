package dev.sluice.policy.form;

import java.util.List;

/// A text as it was written, before anybody asks what it means; each part knows its place.
public sealed interface Written {

  Place place();

  /// One value.
  record Leaf(Kind kind, String text, Place place) implements Written {}

  /// A list.
  record Items(List<Written> items, Place place) implements Written {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// Names with their values; a name may stand twice, which is a mistake of its own.
  record Fields(List<Field> fields, Place place) implements Written {
    public Fields {
      fields = List.copyOf(fields);
    }
  }

  /// One name with its value.
  record Field(String name, Place at, Written value) {}

  /// What a value is by its writing alone.
  enum Kind {
    TEXT,
    NUMBER,
    FLAG,
    /// Nothing stands there: the name with an empty value.
    NOTHING
  }
}
