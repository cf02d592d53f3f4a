package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LauncherTest {
  @Test
  void tellsHowManyArgumentsItGot() {
    assertThat(Launcher.greeting(2)).isEqualTo("Sluice, 2 arguments");
  }
}
