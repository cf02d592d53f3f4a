package dev.sluice.drill.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Which pods fare badly. A scenario decides by image, before the pods are made.
public final class Fates {
  private static final Mishap NONE = new Mishap.None();

  private final Map<String, Mishap> images = new HashMap<>();
  private final Map<String, Mishap> singles = new HashMap<>();
  private final Map<String, String> chosen = new HashMap<>();

  /// Every pod of that image fares so.
  public synchronized void image(String image, Mishap mishap) {
    images.put(image, mishap);
  }

  /// One pod of each ReplicaSet with that image fares so, the others well.
  public synchronized void onePod(String image, Mishap mishap) {
    singles.put(image, mishap);
  }

  synchronized Mishap of(JsonNode pod) {
    return pod.at("/spec/containers")
        .valueStream()
        .map(container -> container.path("image").asText())
        .map(image -> of(pod, image))
        .filter(mishap -> !(mishap instanceof Mishap.None))
        .findFirst()
        .orElse(NONE);
  }

  private Mishap of(JsonNode pod, String image) {
    if (images.containsKey(image)) {
      return Objects.requireNonNull(images.get(image));
    }
    return singles.containsKey(image) && unlucky(pod)
        ? Objects.requireNonNull(singles.get(image))
        : NONE;
  }

  /// The first pod of a ReplicaSet that is asked for bears it, and stays the one.
  private boolean unlucky(JsonNode pod) {
    var uid = pod.at("/metadata/uid").asText();
    var owner = pod.at("/metadata/ownerReferences/0/uid").asText();
    return chosen.computeIfAbsent(owner, _ -> uid).equals(uid);
  }
}
