package dev.sluice.ui.release;

import dev.sluice.act.Facts;
import dev.sluice.release.Action;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Event;
import dev.sluice.state.LogTail;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What a person wants, as the window understood it. Called on the FX thread; every method returns
/// at once.
public interface Intents {

  /// Open that release.
  void open(ReleaseRef release);

  /// Leave the open release.
  void back();

  /// Read the end of a container's log of the open release.
  void readLog(LogTail.Source source);

  /// Enough of it.
  void closeLog();

  /// Show that page in the system's browser.
  void browse(URI address);

  /// Show what that action of the open release would send, and wait for the gesture.
  void arm(Action action);

  /// Wait no longer.
  void disarm();

  /// The gesture is complete.
  ///
  /// @param armed what was on the screen when it began
  /// @param reason what was written, where a reason was asked for
  void fire(ReleaseRef release, Action action, Facts armed, Optional<String> reason);

  /// That release shall go back by itself if it proves bad, or no more.
  void standBy(ReleaseRef release, boolean on);

  /// This console shall promote that release by itself.
  ///
  /// @param armed what was on the screen: its newer revision is promoted, and no other
  void steer(ReleaseRef release, Facts armed);

  /// It shall do so no more.
  void letGo(ReleaseRef release);

  /// The person signs that the charts are healthy.
  ///
  /// @param armed what was on the screen
  void sign(ReleaseRef release, Facts armed);

  /// One gesture for several releases is complete.
  void fireTogether(List<Event.Fire> fires);
}
