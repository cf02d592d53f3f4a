package dev.sluice.policy;

import dev.sluice.release.ReleaseRef;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Every policy of a part of a cluster.
public final class PolicyBook {

  /// The name of what applies to each release of a namespace. No release can have it.
  public static final String DEFAULTS = "_defaults";

  private final Map<Key, List<Draft>> drafts;

  private record Key(String namespace, String name) {}

  /// A document in a cluster.
  ///
  /// @param name of the release it is for, or [#DEFAULTS]
  public record Entry(String namespace, String name, Draft draft) {}

  private PolicyBook(Map<Key, List<Draft>> drafts) {
    this.drafts = drafts;
  }

  /// A book of those documents.
  public static PolicyBook of(List<Entry> entries) {
    return new PolicyBook(
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> new Key(entry.namespace(), entry.name()),
                    Collectors.mapping(Entry::draft, Collectors.toUnmodifiableList()))));
  }

  /// What applies to that release.
  public Policy policy(ReleaseRef release) {
    return Policy.of(
        named(release.namespace(), DEFAULTS), named(release.namespace(), release.name()));
  }

  private List<Draft> named(String namespace, String name) {
    return drafts.getOrDefault(new Key(namespace, name), List.of());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PolicyBook that && drafts.equals(that.drafts);
  }

  @Override
  public int hashCode() {
    return drafts.hashCode();
  }
}
