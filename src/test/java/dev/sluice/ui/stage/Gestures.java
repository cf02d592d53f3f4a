package dev.sluice.ui.stage;

import dev.sluice.act.Facts;
import dev.sluice.release.Action;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Event;
import dev.sluice.state.Exercise;
import dev.sluice.state.LogTail;
import dev.sluice.state.Settings;
import dev.sluice.ui.release.Intents;
import dev.sluice.ui.shell.Desk;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.image.WritableImage;

/// Notes what a person wanted.
public final class Gestures implements Intents, Desk {
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final AtomicReference<Settings> settled = new AtomicReference<>(Settings.DEFAULT);

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
  public void standBy(ReleaseRef release, boolean on) {
    told.add("stand by " + release.name() + " " + on);
  }

  @Override
  public void steer(ReleaseRef release, Facts armed) {
    told.add("steer " + release.name());
  }

  @Override
  public void letGo(ReleaseRef release) {
    told.add("let go " + release.name());
  }

  @Override
  public void sign(ReleaseRef release, Facts armed) {
    told.add("sign " + release.name());
  }

  @Override
  public void fireTogether(List<Event.Fire> fires) {
    told.add(
        "together "
            + String.join(
                ", ",
                fires.stream()
                    .map(fire -> fire.release().context() + " " + name(fire.action()))
                    .toList()));
  }

  @Override
  public void fire(ReleaseRef release, Action action, Facts armed, Optional<String> reason) {
    told.add("fire " + name(action) + reason.map(r -> " because " + r).orElse(""));
  }

  @Override
  public void settle(Settings settings) {
    told.add("settle");
    settled.set(settings);
  }

  /// The settings that were chosen last.
  public Settings settled() {
    return settled.get();
  }

  @Override
  public void refresh() {
    told.add("refresh");
  }

  @Override
  public void drill() {
    told.add("drill");
  }

  @Override
  public void keep(WritableImage picture) {
    told.add("keep " + (int) picture.getWidth() + " x " + (int) picture.getHeight());
  }

  @Override
  public void drill(String exercise) {
    told.add("drill " + exercise);
  }

  @Override
  public List<Exercise> exercises() {
    return List.of(Drills.LEAK, Drills.CLIFF);
  }

  @Override
  public void fullScreen(boolean on) {
    told.add("full screen " + on);
  }

  private static String name(Action action) {
    return action instanceof Action.RollBack(String to)
        ? "RollBack " + to
        : action.getClass().getSimpleName();
  }
}
