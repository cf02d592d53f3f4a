package dev.sluice.cluster.api;

import java.io.IOException;

/// Takes the documents of a watch as they come, on the thread that runs the watch.
@FunctionalInterface
public interface EventSink {

  /// The API server has accepted the watch; nothing need have happened yet.
  default void opened() {}

  /// One event (`{"type":…,"object":…}`) as UTF-8 JSON; an ERROR event (410 and the like) comes
  /// here too. Throwing ends the watch with a [dev.sluice.release.Failure.BadAnswer].
  void event(byte[] json) throws IOException;
}
