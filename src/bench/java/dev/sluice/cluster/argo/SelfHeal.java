package dev.sluice.cluster.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// A sync as GitOps tools do it: whenever the manifest's image is another than the wanted one, it
/// is put back.
final class SelfHeal implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LOOK = Duration.ofMillis(200).toNanos();
  private static final String ROLLOUTS = "/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/";

  private final Shop shop;
  private final String version;
  private final Thread thread = Thread.ofVirtual().name("sync").unstarted(this::run);
  private volatile boolean ended;

  private SelfHeal(Shop shop, String version) {
    this.shop = shop;
    this.version = version;
  }

  static SelfHeal of(Shop shop, String version) {
    var sync = new SelfHeal(shop, version);
    sync.thread.start();
    return sync;
  }

  private void run() {
    while (!ended) {
      if (!image().equals("shop:" + version)) {
        shop.deploy(version);
      }
      LockSupport.parkNanos(LOOK);
    }
  }

  private String image() {
    JsonNode rollout =
        shop.cluster
            .as("admin")
            .get(ROLLOUTS + shop.ref.name(), JSON::readTree)
            .orElse(failure -> {
              throw new IllegalStateException(failure.toString());
            });
    return rollout.at("/spec/template/spec/containers/0/image").asText();
  }

  /// Returns once it writes no more.
  @Override
  public void close() {
    ended = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
