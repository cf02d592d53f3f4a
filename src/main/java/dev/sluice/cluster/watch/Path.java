package dev.sluice.cluster.watch;

import java.util.Arrays;

/// Where in the containers of an answer a cursor stands.
final class Path {
  private static final int USUAL = 32;

  private String[] names = new String[USUAL];
  private int[] indexes = new int[USUAL];
  private int depth;

  /// In how many containers.
  int depth() {
    return depth;
  }

  /// Into the container here.
  ///
  /// @return false where that is too deep
  boolean down() {
    if (depth == JsonBytes.DEEPEST) {
      return false;
    }
    if (depth == names.length) {
      names = Arrays.copyOf(names, 2 * depth);
      indexes = Arrays.copyOf(indexes, 2 * depth);
    }
    names[depth] = "";
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
