package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

  @TempDir private Path empty;

  @Test
  void theProgramSaysItsVersion() {
    assertThat(Launcher.run("version")).isZero();
  }

  @Test
  void aKubeconfigThatIsNotThereEndsWithAFailure() {
    assertThat(Launcher.run("list", "--kubeconfig", empty.resolve("none").toString())).isEqualTo(1);
  }

  @Test
  void aCommandThatDoesNotExistIsWrongUsage() {
    assertThat(Launcher.run("promtoe")).isEqualTo(2);
  }
}
