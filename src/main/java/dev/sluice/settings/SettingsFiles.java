package dev.sluice.settings;

import dev.sluice.release.Result;
import dev.sluice.state.Score;
import dev.sluice.state.Settings;
import dev.sluice.state.Whereabouts;
import java.nio.file.Path;
import java.util.Map;

/// The user's settings and where the user left off, each in a file of its own: the one is the
/// user's to edit, the other is written at each end.
///
/// @param folder Sluice's configuration folder; need not exist yet
public record SettingsFiles(Path folder) {

  /// The settings; the usual ones when there is no file. A file that cannot be read says where and
  /// why, and stays as it is.
  public Result<Settings> settings() {
    return settingsFile()
        .read()
        .map(shape -> shape.map(SettingsShape::settings).orElse(Settings.DEFAULT));
  }

  /// Keeps the settings; fails where the file there could not be read.
  public Result<Path> keep(Settings settings) {
    return settingsFile().write(SettingsShape.of(settings));
  }

  /// Where the user left off; nowhere when there is no file.
  public Result<Whereabouts> whereabouts() {
    return whereaboutsFile()
        .read()
        .map(shape -> shape.map(WhereaboutsShape::whereabouts).orElse(Whereabouts.NOWHERE));
  }

  /// Keeps where the user leaves off.
  public Result<Path> keep(Whereabouts where) {
    return whereaboutsFile().write(WhereaboutsShape.of(where));
  }

  /// The best so far in each exercise, by its key.
  public Result<Map<String, Score>> scores() {
    return scoresFile().read().map(shape -> shape.map(ScoresShape::scores).orElse(Map.of()));
  }

  /// Keeps the best so far.
  public Result<Path> keep(Map<String, Score> scores) {
    return scoresFile().write(ScoresShape.of(scores));
  }

  /// Where settings are kept.
  public Path settingsPath() {
    return folder.resolve("settings.json");
  }

  private JsonFile<SettingsShape> settingsFile() {
    return new JsonFile<>(settingsPath(), SettingsShape.class);
  }

  private JsonFile<WhereaboutsShape> whereaboutsFile() {
    return new JsonFile<>(folder.resolve("window.json"), WhereaboutsShape.class);
  }

  private JsonFile<ScoresShape> scoresFile() {
    return new JsonFile<>(folder.resolve("drill.json"), ScoresShape.class);
  }
}
