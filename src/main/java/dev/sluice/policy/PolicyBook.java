package dev.sluice.policy;

import dev.sluice.release.ReleaseRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every policy of a part of a cluster.
public final class PolicyBook {

  /// The name of what applies to each release of a namespace. No release can have it.
  public static final String DEFAULTS = "_defaults";

  private final Map<Key, List<Entry>> entries;

  private record Key(String namespace, String name) {}

  /// A document in a cluster.
  ///
  /// @param name of the release it is for, or [#DEFAULTS]
  /// @param author who wrote it last, as far as known
  public record Entry(String namespace, String name, Draft draft, Optional<Author> author) {

    /// One of which nobody knows who wrote it.
    public Entry(String namespace, String name, Draft draft) {
      this(namespace, name, draft, Optional.empty());
    }
  }

  /// Who wrote a document, and when.
  ///
  /// @param name of a program, not of a person: the API server keeps no more
  public record Author(String name, Instant at) {}

  private PolicyBook(Map<Key, List<Entry>> entries) {
    this.entries = entries;
  }

  /// A book of those documents.
  public static PolicyBook of(List<Entry> entries) {
    return new PolicyBook(
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> new Key(entry.namespace(), entry.name()),
                    Collectors.toUnmodifiableList())));
  }

  /// What applies to that release.
  public Policy policy(ReleaseRef release) {
    return Policy.of(
        named(release.namespace(), DEFAULTS), named(release.namespace(), release.name()));
  }

  /// Who wrote last what applies to that release, if that is another than in `before`. Who took a
  /// document away is not known.
  public Optional<Author> author(ReleaseRef release, PolicyBook before) {
    var earlier = before.authors(release).toList();
    return authors(release)
        .filter(author -> !earlier.contains(author))
        .max(Comparator.comparing(Author::at));
  }

  private Stream<Author> authors(ReleaseRef release) {
    return Stream.of(DEFAULTS, release.name())
        .flatMap(name -> entries(release.namespace(), name).stream())
        .flatMap(entry -> entry.author().stream());
  }

  private List<Draft> named(String namespace, String name) {
    return entries(namespace, name).stream().map(Entry::draft).toList();
  }

  private List<Entry> entries(String namespace, String name) {
    return entries.getOrDefault(new Key(namespace, name), List.of());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PolicyBook that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }
}
