package dev.sluice.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.argo.ArgoEngine;
import dev.sluice.cluster.argo.ArgoWrite;
import dev.sluice.drill.api.Audit;
import dev.sluice.drill.faults.Flapping;
import dev.sluice.drill.faults.Trouble;
import dev.sluice.drill.world.Backend;
import dev.sluice.drill.world.Resource;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The engine, the reviews and the service proxy on a drill.
class DrillTest {
  private static final ReleaseRef CART = new ReleaseRef("test", "shop", "cart");
  private static final Instant START = Instant.parse("2026-01-05T09:30:00Z");

  private final Drill drill = Drill.byHand(7, START, Duration.ofSeconds(30), new Stall());
  private final ApiClient api = Contexts.open(drill, "alice");
  private final ArgoEngine engine = new ArgoEngine(api, Clock.systemUTC());

  @AfterEach
  void end() {
    api.close();
    drill.close();
  }

  private Release cart() {
    return ok(engine.read(CART));
  }

  private static <T> T ok(Result<T> result) {
    return result.orElse(failure -> {
      throw new AssertionError(failure);
    });
  }

  @Test
  void aPromotionIsPlannedSentAndSeen() {
    var plan = ok(engine.plan(cart(), new Action.Promote(), Permissions.ALL));
    assertThat(plan.requests()).isNotEmpty();
    var request = ok(engine.prepare(cart(), new ArgoWrite.Unpause()));
    ok(engine.send(CART, request));
    assertThat(cart().progress().pauses()).isEmpty();
    assertThat(engine.send(CART, request))
        .isInstanceOfSatisfying(
            Result.Failed.class,
            failed -> assertThat(failed.failure()).isInstanceOf(Failure.Moved.class));
  }

  @Test
  void anUndoReadsTheOldTemplateAndMakesANewGeneration() {
    var request = ok(engine.prepare(cart(), new ArgoWrite.Undo(Stall.STABLE)));
    ok(engine.send(CART, request));
    var rollout = drill.world().get(Resource.ROLLOUTS, "shop", "cart").orElseThrow();
    assertThat(rollout.at("/spec/template/spec/containers/0/image").asText()).isEqualTo("web:1");
    assertThat(rollout.at("/spec/template/metadata/labels").has("rollouts-pod-template-hash"))
        .isFalse();
    assertThat(rollout.at("/metadata/generation").asInt()).isEqualTo(2);
  }

  @Test
  void aPersonsDeedIsNotedAsAnEvent() {
    ok(engine.note(cart(), "Promoted", "by alice"));
    var events = drill.world().list(Resource.EVENTS);
    assertThat(events).hasSize(1);
    assertThat(events.getFirst().path("message").asText()).isEqualTo("by alice");
  }

  @ParameterizedTest
  @CsvSource({"alice, alice, true", "viewer, viewer, false"})
  void theApiServerKnowsItsUsersAndWhatTheyMay(String user, String name, boolean writes) {
    try (var client = Contexts.open(drill, user)) {
      assertThat(ok(client.whoAmI())).isEqualTo(name);
      var allowed = ok(client.permissions("shop"));
      assertThat(allowed.refusals().isEmpty()).isEqualTo(writes);
    }
  }

  @Test
  void whoMayOnlyWatchIsRefusedTheWrite() {
    try (var viewer = Contexts.open(drill, "viewer")) {
      var abort = ok(engine.prepare(cart(), new ArgoWrite.Abort()));
      assertThat(new ArgoEngine(viewer, Clock.systemUTC()).send(CART, abort))
          .isInstanceOfSatisfying(
              Result.Failed.class,
              failed -> assertThat(failed.failure()).isInstanceOf(Failure.Forbidden.class));
    }
  }

  @Test
  void aGuessedTokenOpensNothing() {
    try (var open = ApiClient.local("test", drill.uri())) {
      assertThat(open.text("/api/v1/pods", 1000))
          .isInstanceOfSatisfying(
              Result.Failed.class,
              failed -> assertThat(failed.failure()).isInstanceOf(Failure.Unauthenticated.class));
    }
  }

  @Test
  void whatIsBehindAServiceAnswersThroughTheProxy() {
    drill.serve(
        "shop",
        "cart",
        asked ->
            Backend.Answer.json(
                asked.query().equals(Map.of("query", List.of("up 1"))) ? 200 : 400,
                "\"" + asked.path() + "\""));
    var path = "/api/v1/namespaces/shop/services/http:cart:http/proxy/api/v1/query?query=up+1";
    assertThat(ok(api.get(path, in -> new ObjectMapper().readTree(in))).asText())
        .isEqualTo("/api/v1/query");
    assertThat(api.get(path.replace("cart:http", "cart:none"), in -> in.read()))
        .isInstanceOfSatisfying(
            Result.Failed.class,
            failed ->
                assertThat(failed.failure())
                    .isInstanceOfSatisfying(
                        Failure.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(503)));
  }

  @Test
  void anApiServerThatFlapsIsGoneAndBackByTheDrillsClock() {
    try (var _ =
        Flapping.begin(
            drill.faults(),
            drill.clock(),
            new Trouble.Busy(503, Duration.ofSeconds(1)),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10))) {
      drill.clock().step(Duration.ofSeconds(1));
      assertThat(drill.faults().trouble()).isInstanceOf(Trouble.Busy.class);
      drill.clock().step(Duration.ofSeconds(5));
      assertThat(drill.faults().trouble()).isInstanceOf(Trouble.None.class);
      drill.clock().step(Duration.ofSeconds(10));
      assertThat(drill.faults().trouble()).isInstanceOf(Trouble.Busy.class);
    }
    assertThat(drill.faults().trouble()).isInstanceOf(Trouble.None.class);
  }

  @Test
  void everyWriteIsAudited() {
    List<Audit.Deed> deeds = new ArrayList<>();
    drill.audit(deeds::add);
    var abort = ok(engine.prepare(cart(), new ArgoWrite.Abort()));
    ok(engine.send(CART, abort));
    try (var viewer = Contexts.open(drill, "viewer")) {
      new ArgoEngine(viewer, Clock.systemUTC()).send(CART, abort);
    }
    assertThat(deeds).extracting(Audit.Deed::user).containsExactly("alice", "viewer");
    assertThat(deeds).extracting(Audit.Deed::code).containsExactly(200, 403);
    assertThat(deeds.getFirst().body()).contains("abort");
    assertThat(deeds.getFirst().resource()).isEqualTo("rollouts/status");
    assertThat(deeds.getFirst().at()).isEqualTo(drill.clock().instant());
  }

  @Test
  void theSameSeedMakesTheSameDrill() {
    try (var again = Drill.byHand(7, START, Duration.ofSeconds(30), new Stall());
        var other = Drill.byHand(8, START, Duration.ofSeconds(30), new Stall())) {
      assertThat(pods(again)).isEqualTo(pods(drill)).isNotEqualTo(pods(other));
    }
  }

  private static List<String> pods(Drill drill) {
    return drill.world().list(Resource.PODS).stream().map(Object::toString).toList();
  }

  @Test
  void aControllerCanBeLetHang() {
    drill.asleep("kubelet", true);
    var set =
        drill.world().get(Resource.REPLICA_SETS, "shop", "cart-" + Stall.CANARY).orElseThrow();
    set.withObject("/spec").put("replicas", 3);
    drill.world().update(Resource.REPLICA_SETS, set);
    drill.clock().step(Duration.ofMinutes(1));
    assertThat(ready()).isEqualTo(1);
    drill.asleep("kubelet", false);
    drill.clock().step(Duration.ofMinutes(1));
    assertThat(ready()).isEqualTo(3);
  }

  private int ready() {
    return drill
        .world()
        .get(Resource.REPLICA_SETS, "shop", "cart-" + Stall.CANARY)
        .orElseThrow()
        .at("/status/readyReplicas")
        .asInt();
  }

  @Test
  void aClosedDrillListensNoMore() {
    drill.close();
    assertThat(api.get("/version", in -> in.read()))
        .isInstanceOfSatisfying(
            Result.Failed.class,
            failed -> assertThat(failed.failure()).isInstanceOf(Failure.Unreachable.class));
  }
}
