package dev.sluice.cluster.argo.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.argo.objects.Rollouts;
import dev.sluice.cluster.fake.FakeApi;
import dev.sluice.cluster.watch.Pace;
import dev.sluice.cluster.watch.Resource;
import dev.sluice.release.Failure;
import dev.sluice.release.Scope;
import dev.sluice.text.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadsTest {
  private static final Scope SHOP = new Scope("test", Optional.of("shop"));

  private final FakeApi server = new FakeApi();
  private final ApiClient api = ApiClient.local("test", server.uri());
  private final Threads threads = new Threads(api, Pace.STANDARD, InstantSource.system());

  @AfterEach
  void end() {
    api.close();
    server.close();
  }

  private void watch() {
    var pulse = new Pulse(Instant.EPOCH, new Failure.Unreachable("test", Words.of("api.timeout")));
    var backlog =
        new Backlog("test", List.of(SHOP), InstantSource.system(), Pace.STANDARD.stale(), pulse);
    threads.watch(
        new Resource<>(new Rollouts(), SHOP.namespace()),
        new Intake<>(
            backlog,
            SHOP,
            Part.ROLLOUTS,
            i -> i.rollouts,
            Inventory::concerned,
            InstantSource.system()));
  }

  @Test
  void allAreEndedTogether() {
    watch();
    threads.run("forever", ThreadsTest::forever);
    var begun = threads.all();

    threads.close();

    assertThat(begun).hasSize(2).noneMatch(Thread::isAlive);
  }

  @Test
  void whatIsBegunWhileTheyEndDoesNotOutliveThem() {
    threads.close();

    watch();
    threads.run("forever", ThreadsTest::forever);

    assertThat(threads.all()).noneMatch(Thread::isAlive);
    assertThat(server.asked()).isEmpty();
  }

  private static void forever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
