package dev.sluice.app;

import dev.sluice.act.Facts;
import dev.sluice.release.Action;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Event;
import dev.sluice.state.LogTail;
import dev.sluice.state.Store;
import dev.sluice.ui.release.Intents;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The window's gestures as the store's events.
///
/// @param current the store of the session that is shown
record StoreIntents(Supplier<Store> current, Browser browser) implements Intents {

  @Override
  public void open(ReleaseRef release) {
    current.get().post(new Event.Opened(release));
  }

  @Override
  public void back() {
    current.get().post(new Event.Closed());
  }

  @Override
  public void readLog(LogTail.Source source) {
    current.get().post(new Event.ReadLog(source));
  }

  @Override
  public void closeLog() {
    current.get().post(new Event.LogClosed());
  }

  @Override
  public void browse(URI address) {
    browser.open(address);
  }

  @Override
  public void arm(Action action) {
    current.get().post(new Event.Arm(action));
  }

  @Override
  public void disarm() {
    current.get().post(new Event.Disarm());
  }

  @Override
  public void standBy(ReleaseRef release, boolean on) {
    current.get().post(new Event.StandBy(release, on));
  }

  @Override
  public void steer(ReleaseRef release, Facts armed) {
    current.get().post(new Event.Steer(release, true, armed.currentHash()));
  }

  @Override
  public void letGo(ReleaseRef release) {
    current.get().post(new Event.Steer(release, false));
  }

  @Override
  public void sign(ReleaseRef release, Facts armed) {
    current.get().post(new Event.Sign(release, armed));
  }

  @Override
  public void fireTogether(List<Event.Fire> fires) {
    current.get().post(new Event.FireTogether(fires));
  }

  @Override
  public void fire(ReleaseRef release, Action action, Facts armed, Optional<String> reason) {
    current.get().post(new Event.Fire(release, action, armed, reason));
  }
}
