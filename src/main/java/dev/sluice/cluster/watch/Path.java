package dev.sluice.cluster.watch;

import java.util.Arrays;

/// Where in the containers of an answer a cursor stands.
final class Path {
  private final String[] names = new String[JsonBytes.DEEPEST];
  private final int[] indexes = new int[JsonBytes.DEEPEST];
  private int depth;

  Path() {
    Arrays.fill(names, "");
  }

  /// In how many containers.
  int depth() {
    return depth;
  }

  /// Into the container here.
  ///
  /// @return false where that is too deep
  boolean down() {
    if (depth == names.length) {
      return false;
    }
    indexes[depth++] = -1;
    return true;
  }

  void up() {
    depth--;
  }

  /// On the member of that name.
  void member(String name) {
    names[depth - 1] = name;
  }

  /// On the next element.
  void element() {
    indexes[depth - 1]++;
  }

  /// The place, below the outermost `root` containers: `spec.containers[1].image`.
  String from(int root) {
    var place = new StringBuilder();
    for (int i = root; i < depth; i++) {
      if (indexes[i] >= 0) {
        place.append('[').append(indexes[i]).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(names[i]);
      }
    }
    return place.toString();
  }
}
