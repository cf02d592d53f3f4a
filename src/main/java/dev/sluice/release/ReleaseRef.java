package dev.sluice.release;

import java.util.Comparator;

/// Which release: the kubeconfig context it is reached through, its namespace and its name.
public record ReleaseRef(String context, String namespace, String name)
    implements Comparable<ReleaseRef> {

  private static final Comparator<ReleaseRef> ORDER =
      Comparator.comparing(ReleaseRef::context)
          .thenComparing(ReleaseRef::namespace)
          .thenComparing(ReleaseRef::name);

  @Override
  public int compareTo(ReleaseRef other) {
    return ORDER.compare(this, other);
  }

  /// As people write it: `context/namespace/name`.
  @Override
  public String toString() {
    return context + "/" + namespace + "/" + name;
  }
}
