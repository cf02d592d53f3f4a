package dev.sluice.drill.store;

import static dev.sluice.drill.store.Objects.namespace;
import static dev.sluice.drill.store.Objects.object;
import static dev.sluice.drill.store.Objects.owned;
import static dev.sluice.drill.store.Objects.rollout;
import static dev.sluice.drill.store.Objects.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.clock.DrillClock;
import dev.sluice.drill.world.Change;
import dev.sluice.drill.world.Conflict;
import dev.sluice.drill.world.Refusal;
import dev.sluice.drill.world.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreTest {
  private static final Instant START = Instant.parse("2026-01-05T09:00:00.250Z");
  private final DrillClock clock = DrillClock.byHand(START);
  private final Store store = new Store(clock, 7, 20);

  @BeforeEach
  void aNamespace() {
    store.create(Resource.NAMESPACES, namespace("shop"));
  }

  @Test
  void aNewObjectGetsWhatTheApiServerGives() {
    var made = store.create(Resource.ROLLOUTS, rollout("cart").put("status", "forged"));
    assertThat(made.at("/metadata/uid").asText())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(made.at("/metadata/creationTimestamp").asText()).isEqualTo("2026-01-05T09:00:00Z");
    assertThat(made.at("/metadata/generation").asInt()).isEqualTo(1);
    assertThat(made.path("apiVersion").asText()).isEqualTo("argoproj.io/v1alpha1");
    assertThat(made.path("kind").asText()).isEqualTo("Rollout");
    assertThat(made.has("status")).isFalse();
  }

  @Test
  void theSameSeedGivesTheSameUidsAndNamesAndAnotherGivesOthers() {
    var event = "{'metadata':{'namespace':'default','generateName':'cart.'}}";
    List<String> names = new ArrayList<>();
    for (long seed : new long[] {7, 7, 8}) {
      var fresh = new Store(clock, seed);
      var made = fresh.create(Resource.EVENTS, object(event));
      names.add(made.at("/metadata/name").asText() + made.at("/metadata/uid").asText());
    }
    assertThat(names.get(0)).isEqualTo(names.get(1)).isNotEqualTo(names.get(2));
  }

  @Test
  void theGenerationRisesWithTheSpecOnly() {
    var made = store.create(Resource.ROLLOUTS, rollout("cart"));
    made.withObject("/metadata/labels").put("team", "shop");
    var labelled = store.update(Resource.ROLLOUTS, made);
    assertThat(labelled.at("/metadata/generation").asInt()).isEqualTo(1);
    labelled.withObject("/spec").put("replicas", 6);
    var scaled = store.update(Resource.ROLLOUTS, labelled);
    assertThat(scaled.at("/metadata/generation").asInt()).isEqualTo(2);
    assertThat(Long.parseLong(version(scaled))).isGreaterThan(Long.parseLong(version(labelled)));
  }

  @Test
  void specAndStatusAreWrittenApart() {
    var made = store.create(Resource.ROLLOUTS, rollout("cart"));
    made.putObject("status").put("phase", "Healthy");
    made.withObject("/spec").put("replicas", 9);
    var reported = store.updateStatus(Resource.ROLLOUTS, made);
    assertThat(reported.at("/spec/replicas").asInt()).isEqualTo(5);
    assertThat(reported.at("/status/phase").asText()).isEqualTo("Healthy");
    reported.withObject("/status").put("phase", "Degraded");
    reported.withObject("/spec").put("replicas", 9);
    var scaled = store.update(Resource.ROLLOUTS, reported);
    assertThat(scaled.at("/spec/replicas").asInt()).isEqualTo(9);
    assertThat(scaled.at("/status/phase").asText()).isEqualTo("Healthy");
  }

  @Test
  void aWriteWithAnOldVersionIsAConflictAndOneWithoutIsNot() {
    var old = store.create(Resource.ROLLOUTS, rollout("cart"));
    store.update(Resource.ROLLOUTS, replicas(old, 6));
    assertThatThrownBy(() -> store.update(Resource.ROLLOUTS, replicas(old, 7)))
        .isInstanceOf(Conflict.class)
        .hasMessage(
            "Operation cannot be fulfilled on rollouts.argoproj.io \"cart\": the object has been"
                + " modified; please apply your changes to the latest version and try again");
    var free = replicas(old, 7);
    free.withObject("/metadata").remove("resourceVersion");
    assertThat(store.update(Resource.ROLLOUTS, free).at("/spec/replicas").asInt()).isEqualTo(7);
  }

  @Test
  void aWriteThatChangesNothingMakesNoVersion() {
    var made = store.create(Resource.ROLLOUTS, rollout("cart"));
    long before = store.version();
    made.withObject("/spec").put("replicas", 5L);
    assertThat(version(store.update(Resource.ROLLOUTS, made))).isEqualTo(version(made));
    assertThat(store.version()).isEqualTo(before);
  }

  @Test
  void whatIsHandedOutIsACopy() {
    store.create(Resource.ROLLOUTS, rollout("cart"));
    replicas(store.list(Resource.ROLLOUTS).getFirst(), 99);
    assertThat(store.get(Resource.ROLLOUTS, "shop", "cart").orElseThrow().at("/spec/replicas"))
        .hasToString("5");
  }

  @Test
  void whatAnObjectOwnsGoesWithIt() {
    var owner = store.create(Resource.ROLLOUTS, rollout("cart"));
    var uid = owner.at("/metadata/uid").asText();
    var set = store.create(Resource.REPLICA_SETS, owned(rollout("cart-1"), uid));
    store.create(Resource.PODS, owned(rollout("pod"), set.at("/metadata/uid").asText()));
    store.create(Resource.PODS, rollout("stray"));
    store.delete(Resource.ROLLOUTS, "shop", "cart");
    assertThat(store.list(Resource.REPLICA_SETS)).isEmpty();
    assertThat(store.list(Resource.PODS)).hasSize(1);
  }

  @Test
  void twoOfOneNameAndOneInNoNamespaceAreRefused() {
    store.create(Resource.ROLLOUTS, rollout("cart"));
    assertThatThrownBy(() -> store.create(Resource.ROLLOUTS, rollout("cart")))
        .isInstanceOf(Refusal.class)
        .hasMessage("rollouts.argoproj.io \"cart\" already exists");
    var lost = rollout("cart");
    lost.withObject("/metadata").put("namespace", "nowhere");
    assertThatThrownBy(() -> store.create(Resource.ROLLOUTS, lost))
        .isInstanceOf(Refusal.class)
        .hasMessage("namespaces \"nowhere\" not found");
  }

  @Test
  void aFeedBeginsWithWhatHappenedSinceAndGoesOn() throws InterruptedException {
    long since = store.version();
    store.create(Resource.ROLLOUTS, rollout("cart"));
    try (var feed = store.watch(Resource.ROLLOUTS, since, _ -> true).orElseThrow()) {
      store.create(Resource.PODS, rollout("other"));
      store.delete(Resource.ROLLOUTS, "shop", "cart");
      assertThat(types(feed)).containsExactly(Change.Type.ADDED, Change.Type.DELETED);
    }
  }

  @Test
  void anObjectThatLeavesASelectionIsDeletedForItsWatchers() throws InterruptedException {
    var made = store.create(Resource.ROLLOUTS, rollout("cart"));
    var feed =
        store
            .watch(Resource.ROLLOUTS, store.version(), o -> o.at("/spec/replicas").asInt() > 5)
            .orElseThrow();
    var more = store.update(Resource.ROLLOUTS, replicas(made, 6));
    var most = store.update(Resource.ROLLOUTS, replicas(more, 7));
    store.update(Resource.ROLLOUTS, replicas(most, 1));
    assertThat(types(feed))
        .containsExactly(Change.Type.ADDED, Change.Type.MODIFIED, Change.Type.DELETED);
  }

  @Test
  void theHistoryIsLimitedAndCanBeCompacted() {
    long since = store.version();
    var made = store.create(Resource.ROLLOUTS, rollout("cart"));
    assertThat(store.watch(Resource.ROLLOUTS, since, _ -> true)).isPresent();
    for (int i = 0; i < 20; i++) {
      made = store.update(Resource.ROLLOUTS, replicas(made, 10 + i));
    }
    assertThat(store.watch(Resource.ROLLOUTS, since, _ -> true)).isEmpty();
    assertThat(store.watch(Resource.ROLLOUTS, store.version() - 3, _ -> true)).isPresent();
    long now = store.version();
    store.compact();
    assertThat(store.watch(Resource.ROLLOUTS, now, _ -> true)).isEmpty();
    assertThat(store.watch(Resource.ROLLOUTS, store.version(), _ -> true)).isPresent();
  }

  @Test
  void aListCanBeReadAsOfAnEarlierVersion() {
    var cart = store.create(Resource.ROLLOUTS, rollout("cart"));
    long then = store.version();
    store.create(Resource.ROLLOUTS, rollout("late"));
    var rollout = cart.deepCopy();
    store.update(Resource.ROLLOUTS, replicas(cart, 8));
    store.delete(Resource.ROLLOUTS, "shop", "cart");
    assertThat(store.at(then, Resource.ROLLOUTS).orElseThrow()).containsExactly(rollout);
  }

  @Test
  void listenersHearOfEveryChange() {
    List<String> heard = new ArrayList<>();
    store.listen(change -> heard.add(change.type() + " " + change.resource()));
    store.create(Resource.ROLLOUTS, rollout("cart"));
    store.delete(Resource.ROLLOUTS, "shop", "cart");
    assertThat(heard).containsExactly("ADDED ROLLOUTS", "DELETED ROLLOUTS");
  }

  private static List<Change.Type> types(Feed feed) throws InterruptedException {
    List<Change.Type> types = new ArrayList<>();
    for (var next = feed.next(Duration.ZERO); next.isPresent(); next = feed.next(Duration.ZERO)) {
      types.add(next.get().type());
    }
    return types;
  }

  private static ObjectNode replicas(ObjectNode object, int replicas) {
    object.withObject("/spec").put("replicas", replicas);
    return object;
  }
}
