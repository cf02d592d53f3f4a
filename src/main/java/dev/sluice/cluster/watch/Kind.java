package dev.sluice.cluster.watch;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// A kind of object that is watched: where it is found and how its slim record is made.
///
/// @param <T> the slim record
public interface Kind<T> {

  /// Its collection's path up to the version, for example `/apis/apps/v1`.
  String group();

  /// Its collection's name, for example `replicasets`.
  String plural();

  /// Parameters that narrow the collection, ready for a query, for example
  /// `labelSelector=rollouts-pod-template-hash`; empty for all.
  default String narrowing() {
    return "";
  }

  /// Names of the labels and annotations to keep.
  Set<String> kept();

  /// Whether a label or annotation of that name is kept.
  default boolean keeps(String name) {
    return kept().contains(name);
  }

  /// Whether it matters who wrote it last; most do not, and the fields that say so are long.
  default boolean signed() {
    return false;
  }

  /// A fresh reader for one object.
  Reader<T> reader();

  /// Collects one object's fields besides `metadata`.
  ///
  /// @param <T> the slim record
  interface Reader<T> {
    void field(String field, Cursor in) throws IOException;

    /// The record, or empty when such an object is of no interest.
    Optional<T> done(Meta meta);
  }
}
