package dev.sluice.app;

import dev.sluice.act.Engine;
import dev.sluice.conduct.Helm;
import dev.sluice.release.Permissions;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import java.util.List;

/// One context the console is connected to: everything its effects need of it.
interface Connection extends AutoCloseable {

  /// Starts watching, once. What comes of it asks for more of this connection at once, so that it
  /// has to be found by then. After it was closed nothing starts.
  void begin();

  Engine engine();

  Result<Permissions> permissions(String namespace);

  /// Follows that release's timeline and charts, too.
  void follow(ReleaseRef release);

  void unfollow(ReleaseRef release);

  /// Judges that release from now on.
  void judge(ReleaseRef release);

  /// Judges it no more.
  void adjourn(ReleaseRef release);

  /// Asks to be the one who promotes that release, or to stay it.
  Result<Helm.Lead> campaign(ReleaseRef release);

  /// Lets others promote that release.
  void stepDown(ReleaseRef release);

  Result<List<String>> log(
      ReleaseRef release, String pod, String container, int lines, boolean previous);

  @Override
  void close();
}
