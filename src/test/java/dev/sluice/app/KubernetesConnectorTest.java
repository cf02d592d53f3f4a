package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.cluster.fake.FakeApi;
import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.Result;
import dev.sluice.release.Scope;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Selection;
import dev.sluice.state.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KubernetesConnectorTest {
  private static final Scope EUROPE = new Scope("europe", Optional.of("shop"));
  private static final Scope AMERICA = new Scope("america", Optional.of("shop"));

  private final FakeApi europe = new FakeApi();
  private final FakeApi america = new FakeApi();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    europe.close();
    america.close();
  }

  private Result<Session> connect(String... contexts) throws IOException {
    var file =
        Files.writeString(
            folder.resolve("config"),
            """
            clusters:
            - {name: e, cluster: {server: "%s"}}
            - {name: a, cluster: {server: "%s"}}
            - {name: g, cluster: {server: "%s"}}
            users: [{name: u, user: {token: t}}]
            contexts:
            - {name: europe, context: {cluster: e, user: u}}
            - {name: america, context: {cluster: a, user: u}}
            - {name: gone, context: {cluster: g, user: u}}
            """
                .formatted(europe.uri(), america.uri(), URI.create("http://127.0.0.1:1")));
    return new KubernetesConnector(
            Surroundings.ofProcess(_ -> false),
            folder.resolve("metrics.yaml"),
            folder.resolve("reports"),
            Clock.systemUTC())
        .connect(
            new Selection(Optional.of(file.toString()), List.of(contexts), List.of("shop"), false));
  }

  private static Session opened(Result<Session> result) {
    return result.orElse(why -> {
      throw new AssertionError(why);
    });
  }

  private static ConsoleState until(Session session, Predicate<ConsoleState> there)
      throws Exception {
    var seen = new CompletableFuture<ConsoleState>();
    try (var _ =
        session
            .store()
            .listen(state -> {
              if (there.test(state)) {
                seen.complete(state);
              }
            })) {
      return there.test(session.store().state())
          ? session.store().state()
          : seen.get(30, TimeUnit.SECONDS);
    }
  }

  private static boolean live(ConsoleState state, Scope scope) {
    return state.links().get(scope) instanceof Link.Live;
  }

  @Test
  void severalContextsAreWatchedAtOnce() throws Exception {
    try (var session = opened(connect("europe", "america"))) {
      until(session, state -> live(state, EUROPE) && live(state, AMERICA));
    }
  }

  @Test
  void aClusterThatIsGoneHindersNoOther() throws Exception {
    var gone = new Scope("gone", Optional.of("shop"));
    try (var session = opened(connect("gone", "europe"))) {
      until(
          session,
          state ->
              live(state, EUROPE)
                  && state.links().get(gone) instanceof Link.Down(Failure.Unreachable _, _));
    }
  }

  @Test
  void aContextThatIsNotThereIsToldAndTheOthersWork() throws Exception {
    try (var session = opened(connect("nowhere", "europe"))) {
      var state = until(session, now -> live(now, EUROPE) && !now.problems().isEmpty());
      assertThat(state.problems()).hasSize(1);
      assertThat(state.problems().getFirst().toString()).contains("nowhere");
    }
  }

  @Test
  void theOnlyContextThatIsNotThereIsWhyNothingIsOpened() throws Exception {
    assertThat(connect("nowhere")).isInstanceOf(Result.Failed.class);
  }

  @Test
  void aMetricsFileThatIsBrokenIsToldWithItsPlaceAndHindersNothing() throws Exception {
    Files.writeString(folder.resolve("metrics.yaml"), "contexts: [");
    try (var session = opened(connect("europe"))) {
      var state = until(session, now -> live(now, EUROPE) && !now.problems().isEmpty());
      assertThat(state.problems().getFirst())
          .isInstanceOfSatisfying(
              Failure.BadInput.class,
              input -> {
                assertThat(input.source()).endsWith("metrics.yaml");
                assertThat(input.line()).isPositive();
              });
    }
  }
}
