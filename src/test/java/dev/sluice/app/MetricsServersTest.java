package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.metrics.MetricsConfig;
import dev.sluice.metrics.http.Auth;
import dev.sluice.metrics.http.TlsFiles;
import dev.sluice.policy.Policy;
import dev.sluice.release.Releases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MetricsServersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String ANSWER =
      "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}";

  private final AtomicInteger open = new AtomicInteger();

  @Test
  void theLineToAServerIsClosedWithItsConnection() throws Exception {
    try (var socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        var api = ApiClient.local("test", URI.create("http://127.0.0.1:1"))) {
      Thread.ofVirtual().start(() -> serve(socket));
      var servers = new MetricsServers(api, at("http://127.0.0.1:" + socket.getLocalPort()));
      var now = Releases.NOON;
      var source =
          servers
              .readings(Policy.BUILT_IN)
              .orElse(why -> {
                throw new AssertionError(why);
              });
      var _ = source.read(Releases.canary().build(), now.minusSeconds(60), now, 10);

      assertThat(open).hasPositiveValue();
      servers.close();

      long end = System.nanoTime() + PATIENCE.toNanos();
      while (open.get() > 0 && System.nanoTime() < end) {
        LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
      }
      assertThat(open).hasValue(0);
    }
  }

  private static MetricsConfig at(String address) {
    var usual = MetricsConfig.USUAL;
    return new MetricsConfig(
        new MetricsConfig.Server.At(address, new Auth.None(), TlsFiles.PLATFORM),
        usual.queries(),
        usual.counters(),
        usual.sampling(),
        usual.limits());
  }

  private void serve(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        var line = socket.accept();
        open.incrementAndGet();
        Thread.ofVirtual()
            .start(() -> {
              try (line) {
                var in =
                    new BufferedReader(
                        new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
                for (var said = in.readLine(); said != null; said = in.readLine()) {
                  if (said.isEmpty()) {
                    answer(line.getOutputStream());
                  }
                }
              } catch (IOException _) {
                // That is an end, too.
              }
              open.decrementAndGet();
            });
      } catch (IOException _) {
        return;
      }
    }
  }

  private static void answer(OutputStream out) throws IOException {
    out.write(
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + ANSWER.length()
                + "\r\n\r\n"
                + ANSWER)
            .getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
