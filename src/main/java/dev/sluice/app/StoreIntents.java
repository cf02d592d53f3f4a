package dev.sluice.app;

import dev.sluice.act.Facts;
import dev.sluice.release.Action;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Event;
import dev.sluice.state.LogTail;
import dev.sluice.state.Store;
import dev.sluice.ui.release.Intents;
import java.net.URI;
import java.util.Optional;

/// The window's gestures as the store's events.
record StoreIntents(Store store, Browser browser) implements Intents {

  @Override
  public void open(ReleaseRef release) {
    store.post(new Event.Opened(release));
  }

  @Override
  public void back() {
    store.post(new Event.Closed());
  }

  @Override
  public void readLog(LogTail.Source source) {
    store.post(new Event.ReadLog(source));
  }

  @Override
  public void closeLog() {
    store.post(new Event.LogClosed());
  }

  @Override
  public void browse(URI address) {
    browser.open(address);
  }

  @Override
  public void arm(Action action) {
    store.post(new Event.Arm(action));
  }

  @Override
  public void disarm() {
    store.post(new Event.Disarm());
  }

  @Override
  public void fire(ReleaseRef release, Action action, Facts armed, Optional<String> reason) {
    store.post(new Event.Fire(release, action, armed, reason));
  }
}
