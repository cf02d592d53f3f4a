package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Link;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All that a console reads of a cluster goes over one connection to the real API server, and one
/// handshake.
@Tag("cluster")
class OneConnectionIT {
  private static final TestBed BED = TestBed.shared();

  @TempDir private Path folder;

  @Test
  void aConsoleOpensOneConnection() throws IOException {
    try (var relay = new Relay(URI.create(BED.apiServer()).getPort());
        var console = BedConsole.open(relayed(relay), "shop", "checkout", folder)) {
      BedConsole.await("live", () -> console.link() instanceof Link.Live);

      assertThat(relay.accepted()).isEqualTo(1);
    }
  }

  private Path relayed(Relay relay) throws IOException {
    var kubeconfig = Files.readString(BED.kubeconfig("alice"));
    var address = "https://127.0.0.1:" + relay.port();
    return Files.writeString(
        folder.resolve("relayed"), kubeconfig.replace(BED.apiServer(), address));
  }
}
