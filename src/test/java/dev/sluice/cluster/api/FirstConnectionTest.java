package dev.sluice.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.act.Request;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A server that lets connections come and says nothing.
@Timeout(60)
class FirstConnectionTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int READS = 6;

  private final List<Socket> came = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private ServerSocket listening;
  private ApiClient api;

  @BeforeEach
  void listen() throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    api = Contexts.open(TlsServer.trusting(listening.getLocalPort()), "token: t");
    Thread.ofVirtual().start(this::accept);
  }

  @AfterEach
  void close() throws IOException {
    api.close();
    listening.close();
  }

  private void accept() {
    try {
      while (true) {
        came.add(listening.accept());
      }
    } catch (IOException closed) {
      assert listening.isClosed() : closed;
    }
  }

  private <T> FutureTask<T> begin(Callable<T> call) {
    var task = new FutureTask<>(call);
    threads.add(Thread.ofPlatform().daemon().start(task));
    return task;
  }

  private List<FutureTask<Result<?>>> reads() {
    List<FutureTask<Result<?>>> reads = new ArrayList<>();
    for (int i = 0; i < READS; i++) {
      reads.add(begin(() -> api.get("/version", JSON::readTree)));
    }
    await(() -> threads.stream().filter(FirstConnectionTest::waits).count() == READS - 1);
    await(() -> !came.isEmpty());
    return reads;
  }

  /// Whether it waits for another thread, not for the network.
  private static boolean waits(Thread thread) {
    return thread.getState() == Thread.State.TIMED_WAITING;
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void readsThatBeginTogetherOpenOneConnection() {
    reads();

    assertThat(came).hasSize(1);
  }

  @Test
  void noneWaitsAnyMoreOnceTheFirstFailed() throws Exception {
    var reads = reads();

    came.getFirst().close();
    await(() -> came.size() >= READS);

    for (var socket : came) {
      socket.close();
    }
    listening.close();
    for (var read : reads) {
      assertThat(read.get()).isInstanceOf(Result.Failed.class);
    }
  }

  @Test
  void aWriteWaitsForNobody() throws Exception {
    reads();

    var write =
        begin(() -> api.write(new Request("PATCH", "/x", "application/merge-patch+json", "{}")));
    await(() -> came.size() == 2);

    came.getLast().close();
    assertThat(((Result.Failed<?>) write.get()).failure()).isInstanceOf(Failure.Unreachable.class);
  }
}
