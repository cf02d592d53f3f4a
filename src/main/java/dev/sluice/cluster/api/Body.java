package dev.sluice.cluster.api;

import java.io.IOException;
import java.io.InputStream;

/// Reads an answer's body while it arrives, so that a long list is never kept whole.
///
/// @param <T> what it is read into
@FunctionalInterface
public interface Body<T> {

  /// The stream is decompressed and limited in size; it is closed by the caller. Whatever is thrown
  /// here makes the answer a [dev.sluice.release.Failure.BadAnswer].
  T read(InputStream in) throws IOException;
}
