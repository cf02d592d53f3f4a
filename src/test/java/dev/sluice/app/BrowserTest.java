package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest {

  @Test
  void eachSystemHasItsOwnProgram() {
    assertThat(Browser.of("Linux").command()).containsExactly("xdg-open");
    assertThat(Browser.of("Mac OS X").command()).containsExactly("open");
    assertThat(Browser.of("Windows 11").command())
        .containsExactly("rundll32", "url.dll,FileProtocolHandler");
  }

  @Test
  void theAddressIsOneArgumentAndNoShellReadsIt(@TempDir Path folder) throws IOException {
    var seen = folder.resolve("seen");
    var program = folder.resolve("browser");
    Files.writeString(
        program,
        "#!/bin/sh\nprintf '%s' \"$#:$1\" > "
            + seen
            + ".part\n"
            + "mv "
            + seen
            + ".part "
            + seen
            + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    var browser = new Browser(List.of(program.toString()));
    browser.open(URI.create("https://wiki.example/?q=$(id)&x=1;ls"));
    await(seen);
    assertThat(Files.readString(seen)).isEqualTo("1:https://wiki.example/?q=$(id)&x=1;ls");
  }

  @Test
  void otherSchemesAreLeftAlone(@TempDir Path folder) {
    var browser = new Browser(List.of(folder.resolve("none").toString()));
    browser.open(URI.create("file:///etc/passwd"));
    browser.open(URI.create("nothing"));
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("sluice-browser"));
  }

  private static void await(Path file) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!Files.exists(file)) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
