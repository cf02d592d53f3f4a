package dev.sluice.settings;

import dev.sluice.fuzz.Fuzz;
import dev.sluice.release.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFuzzTest {
  @TempDir private Path folder;

  @Test
  void spoiltSettingsAreTold() {
    Fuzz.on(Fuzz.corpus("settings"), this::read);
  }

  private Collection<Failure> read(byte[] text) throws IOException {
    for (var name : List.of("settings.json", "window.json", "drill.json")) {
      Files.write(folder.resolve(name), text);
    }
    var files = new SettingsFiles(folder);
    var failures = new ArrayList<Failure>();
    failures.addAll(Fuzz.of(files.settings()));
    failures.addAll(Fuzz.of(files.whereabouts()));
    failures.addAll(Fuzz.of(files.scores()));
    return failures;
  }
}
