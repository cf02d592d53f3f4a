package dev.sluice.ui.stage;

import dev.sluice.act.Facts;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Event;
import dev.sluice.state.LogTail;
import dev.sluice.ui.release.Intents;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A person's gestures, played against the reducer of the program: what is armed gets its plan, and
/// what would be sent is counted by the world.
public final class Played implements Intents {
  private final World world;
  private final Release release;
  private Consumer<ConsoleState> shown = _ -> {};

  public Played(World world, Release release) {
    this.world = world;
    this.release = release;
  }

  /// Begins to show the state, and shows it after each gesture.
  ///
  /// @param window is shown it
  public void on(Consumer<ConsoleState> window) {
    shown = window;
    shown.accept(world.state());
  }

  @Override
  public void open(ReleaseRef ref) {
    tell(new Event.Opened(ref));
  }

  @Override
  public void back() {
    tell(new Event.Closed());
  }

  @Override
  public void readLog(LogTail.Source source) {
    tell(new Event.ReadLog(source));
  }

  @Override
  public void closeLog() {
    tell(new Event.LogClosed());
  }

  @Override
  public void browse(URI address) {
    throw new AssertionError("no test of a gesture browses: " + address);
  }

  @Override
  public void arm(Action action) {
    world.arm(release, action);
    shown.accept(world.state());
  }

  @Override
  public void disarm() {
    tell(new Event.Disarm());
  }

  @Override
  public void fire(ReleaseRef ref, Action action, Facts armed, Optional<String> reason) {
    tell(new Event.Fire(ref, action, armed, reason));
  }

  @Override
  public void standBy(ReleaseRef release, boolean on) {
    tell(new Event.StandBy(release, on));
  }

  @Override
  public void steer(ReleaseRef release, Facts armed) {
    tell(new Event.Steer(release, true, armed.currentHash()));
  }

  @Override
  public void letGo(ReleaseRef release) {
    tell(new Event.Steer(release, false));
  }

  @Override
  public void sign(ReleaseRef release, Facts armed) {
    tell(new Event.Sign(release, armed));
  }

  @Override
  public void fireTogether(List<Event.Fire> fires) {
    tell(new Event.FireTogether(fires));
  }

  private void tell(Event event) {
    world.tell(event);
    shown.accept(world.state());
  }
}
