package dev.sluice.cluster.watch;

import dev.sluice.release.Failure;
import java.util.List;

/// Takes what one watched collection tells, on the watching thread. Implementations return at once.
///
/// @param <T> the slim record
public interface Audience<T> {

  /// Everything there is, after a consistent listing; what is missing here is gone.
  void listed(List<T> all);

  /// New or changed.
  void put(T object);

  /// No more, or no longer of interest.
  void gone(String uid);

  /// This object could not be understood; the others are not affected.
  void unreadable(Meta object, Failure why);

  /// The API server has just given a sign of life on this collection.
  void heard();

  /// It does not work at the moment, and is tried again soon.
  void broken(Failure why);

  /// It does not work, and is tried again rarely or, with credentials refused, only when asked.
  void down(Failure why);
}
