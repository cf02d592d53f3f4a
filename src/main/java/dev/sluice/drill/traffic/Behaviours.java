package dev.sluice.drill.traffic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Which versions serve badly. A scenario decides by image.
public final class Behaviours {
  private final Map<String, Behaviour> images = new HashMap<>();
  private final Map<String, Behaviour> singles = new HashMap<>();
  private final Set<String> silent = new HashSet<>();

  /// Every pod of that image serves so.
  public synchronized void image(String image, Behaviour behaviour) {
    images.put(image, behaviour);
  }

  /// One pod of those with that image serves so, the others well.
  public synchronized void onePod(String image, Behaviour behaviour) {
    singles.put(image, behaviour);
  }

  /// Whether nothing is to be seen of the requests to that image.
  public synchronized void silent(String image, boolean on) {
    if (on) {
      silent.add(image);
    } else {
      silent.remove(image);
    }
  }

  synchronized boolean silent(String image) {
    return silent.contains(image);
  }

  /// @param first whether this is the first pod of its version
  synchronized Behaviour of(String image, boolean first) {
    return first && singles.containsKey(image)
        ? Objects.requireNonNull(singles.get(image))
        : images.getOrDefault(image, Behaviour.GOOD);
  }
}
