package dev.sluice.drill.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.drill.access.Users;
import dev.sluice.drill.faults.Faults;
import dev.sluice.drill.store.Objects;
import dev.sluice.drill.store.Store;
import dev.sluice.drill.world.Resource;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The drill's API server keeps the contract.
class DrillApiTest extends ApiContract {
  private static final Users USERS = Users.standard();
  private static final Store STORE = new Store(InstantSource.system(), 1);
  private static final ApiServer SERVER =
      ApiServer.start(
          STORE,
          USERS,
          new Faults(),
          (_, _, _, _) -> List.of(),
          (_, _) -> Optional.empty(),
          _ -> {});
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void namespaces() {
    STORE.create(Resource.NAMESPACES, Objects.namespace(PLACE));
    STORE.create(Resource.NAMESPACES, Objects.namespace("shop"));
  }

  @AfterAll
  static void end() {
    HTTP.close();
    SERVER.close();
  }

  @Override
  Caller as(String user) {
    return new Caller(HTTP, SERVER.uri(), USERS.named(user).token());
  }

  @Override
  Caller with(String token) {
    return new Caller(HTTP, SERVER.uri(), token);
  }

  /// A real one lets the anonymous in, to see nothing; the drill is stricter.
  @Test
  void nobodyComesInWithoutAToken() {
    for (var path : List.of("/version", "/healthz", "/api/v1/pods", "/nowhere")) {
      assertThat(with("").get(path).words())
          .isEqualTo(List.of(401, "Unauthorized", "Unauthorized"));
    }
  }
}
