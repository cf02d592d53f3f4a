package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {

  private static final Path HOME = Path.of("/home/alice");

  @Test
  void onLinuxSettingsAreWhereTheDesktopKeepsThem() {
    assertThat(config("Linux", Map.of())).isEqualTo(HOME.resolve(".config/sluice"));
    assertThat(config("Linux", Map.of("XDG_CONFIG_HOME", "/xdg")))
        .isEqualTo(Path.of("/xdg/sluice"));
  }

  @Test
  void aRelativeOrEmptyVariableIsIgnoredAsTheSpecificationSays() {
    assertThat(config("Linux", Map.of("XDG_CONFIG_HOME", "relative")))
        .isEqualTo(HOME.resolve(".config/sluice"));
    assertThat(config("Linux", Map.of("XDG_CONFIG_HOME", "")))
        .isEqualTo(HOME.resolve(".config/sluice"));
  }

  @Test
  void elsewhereTheyAreWhereThatPlatformKeepsThem() {
    assertThat(config("Mac OS X", Map.of()))
        .isEqualTo(HOME.resolve("Library/Application Support/Sluice"));
    assertThat(config("Windows 11", Map.of())).isEqualTo(HOME.resolve("AppData/Roaming/Sluice"));
  }

  private static Path config(String system, Map<String, String> environment) {
    return new Folders(system, environment, HOME).config();
  }
}
