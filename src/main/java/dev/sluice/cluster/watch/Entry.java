package dev.sluice.cluster.watch;

import java.io.IOException;
import java.util.Optional;

/// Collects one `{"type": …, "object": …}` of a watch. The API server always writes the type first,
/// and what the object is depends on it.
///
/// @param <T> the slim record
final class Entry<T> {
  private final Kind<T> kind;
  private String type = "";
  private Optional<Item<T>> item = Optional.empty();
  private int code;
  private String message = "";

  Entry(Kind<T> kind) {
    this.kind = kind;
  }

  void field(String field, Cursor in) throws IOException {
    if (field.equals("type")) {
      type = in.word();
    } else if (field.equals("object") && type.equals("ERROR")) {
      in.object(inner -> status(inner, in));
    } else if (field.equals("object") && !type.isEmpty()) {
      item = Optional.of(Item.read(in, kind));
    }
  }

  private void status(String field, Cursor in) throws IOException {
    switch (field) {
      case "code" -> code = in.number();
      case "message" -> message = in.text();
      default -> {}
    }
  }

  News<T> done() {
    if (type.equals("ERROR")) {
      return new News.Ended<>(code, message);
    }
    return item.<News<T>>map(this::about).orElseGet(News.Nonsense::new);
  }

  private News<T> about(Item<T> item) {
    return switch (type) {
      case "ADDED", "MODIFIED" -> new News.Put<>(item);
      case "DELETED" -> new News.Gone<>(item.meta());
      case "BOOKMARK" -> new News.Bookmark<>(item.meta().resourceVersion());
      default -> new News.Nonsense<>();
    };
  }
}
