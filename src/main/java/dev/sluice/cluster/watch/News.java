package dev.sluice.cluster.watch;

/// One entry of a watch's stream.
///
/// @param <T> the slim record
public sealed interface News<T> {

  /// The object is new or has changed.
  record Put<T>(Item<T> item) implements News<T> {}

  /// The object is no more; `meta` is its last state's.
  record Gone<T>(Meta meta) implements News<T> {}

  /// Nothing happened up to that resourceVersion.
  record Bookmark<T>(String resourceVersion) implements News<T> {}

  /// The watch is over, although the answer was a 200.
  ///
  /// @param code as HTTP has it; 410 means the resourceVersion is too old
  record Ended<T>(int code, String message) implements News<T> {}

  /// The API server answered with something that is no watch.
  record Nonsense<T>() implements News<T> {}
}
