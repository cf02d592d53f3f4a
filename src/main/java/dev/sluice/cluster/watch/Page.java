package dev.sluice.cluster.watch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// One page of a listing.
///
/// @param resourceVersion of the whole collection: where a watch goes on from
/// @param token asks for the next page; empty on the last
/// @param <T> the slim record
public record Page<T>(List<Item<T>> items, String resourceVersion, String token) {

  public Page {
    items = List.copyOf(items);
  }

  /// Collects the fields of the answer to a LIST.
  static final class Reader<T> {
    private final List<Item<T>> items = new ArrayList<>();
    private String resourceVersion = "";
    private String token = "";

    void field(String field, Cursor in, Kind<T> kind) throws IOException {
      switch (field) {
        case "metadata" -> in.object(inner -> meta(inner, in));
        case "items" -> in.list(_ -> items.add(Item.read(in, kind)));
        default -> {}
      }
    }

    private void meta(String field, Cursor in) throws IOException {
      switch (field) {
        case "resourceVersion" -> resourceVersion = in.text();
        case "continue" -> token = in.text();
        default -> {}
      }
    }

    Page<T> done() {
      return new Page<>(items, resourceVersion, token);
    }
  }
}
