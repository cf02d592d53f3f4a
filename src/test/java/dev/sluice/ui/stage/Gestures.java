package dev.sluice.ui.stage;

import dev.sluice.act.Facts;
import dev.sluice.release.Action;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.LogTail;
import dev.sluice.ui.release.Intents;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Notes what a person wanted.
public final class Gestures implements Intents {
  private final List<String> told = new CopyOnWriteArrayList<>();

  public List<String> told() {
    return told;
  }

  @Override
  public void open(ReleaseRef release) {
    told.add("open " + release.name());
  }

  @Override
  public void back() {
    told.add("back");
  }

  @Override
  public void readLog(LogTail.Source source) {
    told.add("log " + source.pod() + (source.previous() ? " before" : ""));
  }

  @Override
  public void closeLog() {
    told.add("close log");
  }

  @Override
  public void browse(URI address) {
    told.add("browse " + address);
  }

  @Override
  public void arm(Action action) {
    told.add("arm " + name(action));
  }

  @Override
  public void disarm() {
    told.add("disarm");
  }

  @Override
  public void fire(ReleaseRef release, Action action, Facts armed, Optional<String> reason) {
    told.add("fire " + name(action) + reason.map(r -> " because " + r).orElse(""));
  }

  private static String name(Action action) {
    return action instanceof Action.RollBack(String to)
        ? "RollBack " + to
        : action.getClass().getSimpleName();
  }
}
