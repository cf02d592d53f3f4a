package dev.sluice.app;

import dev.sluice.act.Engine;
import dev.sluice.release.Permissions;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import java.util.List;

/// One context the console is connected to: everything its effects need of it.
interface Connection extends AutoCloseable {

  Engine engine();

  Result<Permissions> permissions(String namespace);

  /// Follows that release's timeline and measurements, and no other's.
  void follow(ReleaseRef release);

  void unfollow();

  Result<List<String>> log(
      ReleaseRef release, String pod, String container, int lines, boolean previous);

  @Override
  void close();
}
