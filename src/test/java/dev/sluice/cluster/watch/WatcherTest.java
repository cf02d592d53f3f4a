package dev.sluice.cluster.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.fake.FakeApi;
import dev.sluice.cluster.fake.Http;
import dev.sluice.release.Failure;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatcherTest {
  private static final String LIST = "LIST " + Thing.COLLECTION;
  private static final String WATCH = "WATCH " + Thing.COLLECTION;
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Pace PACE =
      new Pace(
          Duration.ofMillis(20),
          Duration.ofMillis(200),
          LONG,
          LONG,
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofSeconds(3),
          Duration.ofMinutes(5));

  private final FakeApi server = new FakeApi();
  private final ApiClient api = ApiClient.local("test", server.uri());
  private final Heard<Thing> heard = new Heard<>(Thing::uid);
  private final Watcher<Thing> watcher =
      new Watcher<>(
          api,
          Thing.resource(),
          heard,
          PACE,
          InstantSource.system(),
          RandomGenerator.of("L64X128MixRandom"));
  private final Thread thread = Thread.ofVirtual().unstarted(watcher);

  @AfterEach
  void end() throws InterruptedException {
    watcher.close();
    thread.interrupt();
    thread.join(Duration.ofSeconds(10));
    api.close();
    server.close();
    assertThat(thread.isAlive()).isFalse();
  }

  private void put(String uid, int size) {
    server.put(Thing.COLLECTION, Thing.json(uid, size));
  }

  private boolean has(String uid, int size) {
    return new Thing(uid, size).equals(heard.objects.get(uid));
  }

  private boolean watching() {
    return server.store().watches(Thing.COLLECTION) > 0;
  }

  @Test
  void itListsInPagesWithoutAResourceVersionAndWatchesFromThere() {
    for (int i = 0; i < 1200; i++) {
      put("thing-" + i, i);
    }
    thread.start();
    assertThat(heard.waits(() -> heard.objects.size() == 1200 && watching())).isTrue();
    assertThat(server.asked(LIST)).hasSize(3);
    assertThat(server.asked(LIST))
        .allSatisfy(asked ->
            assertThat(asked.query())
                .containsEntry("limit", "500")
                .doesNotContainKey("resourceVersion"));
    assertThat(server.asked(WATCH).getFirst().query())
        .containsEntry("resourceVersion", "1300")
        .containsEntry("allowWatchBookmarks", "true")
        .containsKey("timeoutSeconds");
  }

  @Test
  void oneObjectThatItsAudienceChokesOnDoesNotEndTheWatch() {
    heard.chokesOn(new Thing("bad", 1));
    thread.start();
    assertThat(heard.waits(this::watching)).isTrue();

    put("bad", 1);
    assertThat(heard.waits(() -> !heard.broken.isEmpty())).isTrue();
    put("bad", 2);
    put("good", 1);

    assertThat(heard.waits(() -> has("bad", 2) && has("good", 1) && watching())).isTrue();
  }

  @Test
  void whatIsPutChangedAndDeletedAfterwardsIsFollowed() {
    put("a", 1);
    thread.start();
    assertThat(heard.waits(() -> has("a", 1) && watching())).isTrue();
    put("a", 2);
    put("b", 1);
    assertThat(heard.waits(() -> has("a", 2) && has("b", 1))).isTrue();
    server.delete(Thing.COLLECTION, "a");
    assertThat(heard.waits(() -> !heard.objects.containsKey("a"))).isTrue();
    assertThat(heard.listings).isEqualTo(1);
  }

  @Test
  void aTokenThatExpiredBetweenPagesStartsTheListingAnew() {
    for (int i = 0; i < 600; i++) {
      put("thing-" + i, i);
    }
    server.next(LIST, Http.body(firstPage()));
    server.next(LIST, Http.status(410, "Expired", "The provided continue parameter is too old"));
    thread.start();
    assertThat(heard.waits(() -> heard.objects.size() == 600)).isTrue();
    assertThat(server.asked(LIST)).hasSize(4);
    assertThat(server.asked(LIST).get(2).query()).doesNotContainKey("continue");
    assertThat(heard.broken).isEmpty();
  }

  private static String firstPage() {
    return "{\"metadata\":{\"resourceVersion\":\"5\",\"continue\":\"x\"},\"items\":[]}";
  }

  @Test
  void aPlaceTooOldAsAStatusIsListedAgain() {
    put("a", 1);
    server.next(WATCH, Http.status(410, "Expired", "too old resource version"));
    thread.start();
    assertThat(heard.waits(() -> heard.listings == 2 && watching())).isTrue();
    assertThat(heard.broken).isEmpty();
  }

  @Test
  void aPlaceTooOldInsideA200IsListedAgain() {
    put("a", 1);
    thread.start();
    assertThat(heard.waits(() -> has("a", 1) && watching())).isTrue();
    put("b", 1);
    assertThat(heard.waits(() -> has("b", 1))).isTrue();
    server.store().compact();
    server.store().endWatches();
    assertThat(heard.waits(() -> heard.listings == 2 && watching())).isTrue();
    put("c", 1);
    assertThat(heard.waits(() -> has("c", 1))).isTrue();
    assertThat(heard.objects).containsOnlyKeys("a", "b", "c");
  }

  @Test
  void anotherErrorInsideA200IsToldAndTheWatchResumedWhereItWas() {
    put("a", 1);
    server.next(
        WATCH,
        Http.lines(
            Thing.line("ADDED", "b", 7, 150),
            """
            {"type":"ERROR","object":{"kind":"Status","code":500,"message":"etcd is away"}}\
            """));
    thread.start();
    assertThat(heard.waits(() -> server.asked(WATCH).size() == 2)).isTrue();
    assertThat(heard.broken).containsExactly(new Failure.Refused("test", 500, "etcd is away"));
    assertThat(server.asked(WATCH).getLast().query()).containsEntry("resourceVersion", "150");
    assertThat(heard.listings).isEqualTo(1);
  }

  @Test
  void aBookmarkMovesThePlaceToResumeAt() {
    server.next(
        WATCH,
        Http.lines(
            """
            {"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"190"}}}\
            """));
    thread.start();
    assertThat(heard.waits(() -> server.asked(WATCH).size() >= 2)).isTrue();
    assertThat(server.asked(WATCH).get(1).query()).containsEntry("resourceVersion", "190");
    assertThat(heard.listings).isEqualTo(1);
  }

  @Test
  void anEntryCutInTheMiddleIsNotAppliedAndComesAgain() {
    put("a", 1);
    var entry = Thing.line("MODIFIED", "a", 9, 300);
    server.next(
        WATCH, Http.cut(Thing.line("ADDED", "b", 5, 200), entry.substring(0, entry.length() - 3)));
    thread.start();
    assertThat(heard.waits(() -> server.asked(WATCH).size() == 2)).isTrue();
    assertThat(server.asked(WATCH).getLast().query()).containsEntry("resourceVersion", "200");
    assertThat(heard.objects)
        .containsEntry("a", new Thing("a", 1))
        .containsEntry("b", new Thing("b", 5));
    assertThat(heard.listings).isEqualTo(1);
  }

  @Test
  void anObjectWithAFieldOfTheWrongTypeIsNamedAndTheOthersWork() {
    put("good", 1);
    var bad = Thing.json("bad", 1);
    bad.putObject("spec").put("size", "large");
    server.put(Thing.COLLECTION, bad);
    thread.start();
    assertThat(heard.waits(() -> has("good", 1) && watching())).isTrue();
    server.put(Thing.COLLECTION, bad);
    put("good", 2);
    assertThat(heard.waits(() -> has("good", 2))).isTrue();
    var problem = Words.of("answer.field", "spec.size", Words.of("answer.json.number"));
    var named =
        new Failure.BadAnswer("test", Words.of("answer.object", "things", "shop/bad", problem));
    assertThat(heard.unreadable).containsExactly(named, named);
    assertThat(heard.objects).containsOnlyKeys("good");
  }

  @Test
  void forbiddenIsToldOnceAndTriedAgainOnlyWhenAskedOrMuchLater() {
    server.always(LIST, Http.status(403, "Forbidden", "things is forbidden"));
    thread.start();
    assertThat(heard.waits(() -> heard.down.size() == 1)).isTrue();
    assertThat(heard.down).containsExactly(new Failure.Forbidden("test", "things is forbidden"));
    watcher.renew();
    watcher.retry();
    assertThat(heard.waits(() -> heard.down.size() == 2)).isTrue();
    server.truth(LIST);
    watcher.retry();
    assertThat(heard.waits(() -> heard.listings == 1)).isTrue();
    assertThat(server.asked(LIST)).hasSize(3);
  }

  @Test
  void refusedCredentialsStopItUntilAsked() {
    server.always(LIST, Http.status(401, "Unauthorized", "Unauthorized"));
    thread.start();
    assertThat(heard.waits(() -> heard.down.size() == 1)).isTrue();
    assertThat(heard.down.getFirst()).isInstanceOf(Failure.Unauthenticated.class);
    server.truth(LIST);
    watcher.retry();
    assertThat(heard.waits(() -> heard.listings == 1 && watching())).isTrue();
    assertThat(server.asked(LIST)).hasSize(2);
  }

  @Test
  void aKindTheClusterDoesNotHaveIsToldAndLeftInPeace() {
    server.always(LIST, Http.status(404, "NotFound", "the server could not find the resource"));
    thread.start();
    assertThat(heard.waits(() -> heard.down.size() == 1)).isTrue();
    assertThat(heard.down.getFirst()).isInstanceOf(Failure.Absent.class);
    server.truth(LIST);
    watcher.retry();
    assertThat(heard.waits(() -> heard.listings == 1)).isTrue();
    assertThat(server.asked(LIST)).hasSize(2);
  }

  @Test
  void whatWasAllowedBeforeIsTriedAgainSoonBecauseAServerThatStartsRefusesForAMoment() {
    thread.start();
    assertThat(heard.waits(this::watching)).isTrue();
    server.next(WATCH, Http.status(403, "Forbidden", "not yet"));
    server.store().endWatches();
    assertThat(heard.waits(() -> heard.down.size() == 1 && watching())).isTrue();
    assertThat(heard.listings).isEqualTo(2);
  }

  @Test
  void anAnswerThatIsNoListIsToldAndTriedAgain() {
    server.next(LIST, Http.body("[1, 2]"));
    server.next(LIST, Http.body("{\"items\": [ {"));
    thread.start();
    assertThat(heard.waits(() -> heard.listings == 1)).isTrue();
    assertThat(heard.broken)
        .hasSize(2)
        .allSatisfy(failure -> assertThat(failure).isInstanceOf(Failure.BadAnswer.class));
  }

  @Test
  void anEntryThatIsNoWatchEventLeadsToANewListing() {
    put("a", 1);
    server.next(WATCH, Http.lines("{\"hello\": \"world\"}"));
    server.next(WATCH, Http.lines("<html>"));
    thread.start();
    assertThat(heard.waits(() -> heard.listings == 3 && watching())).isTrue();
    assertThat(heard.broken).hasSize(2);
  }

  @Test
  void aServerThatEndsEachWatchAtOnceIsNotStormed() {
    server.always(WATCH, Http.lines());
    thread.start();
    assertThat(heard.waits(() -> server.asked(WATCH).size() >= 6)).isTrue();
    long begun = System.nanoTime();
    int before = server.asked(WATCH).size();
    assertThat(heard.waits(() -> server.asked(WATCH).size() >= before + 5)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(400));
  }

  @Test
  void itEndsWhileAServerKeepsItWaiting() {
    server.fallSilent();
    thread.start();
    assertThat(heard.waits(() -> server.asked(LIST).size() == 1)).isTrue();
  }

  @Test
  void itEndsWhileItRests() {
    server.always(LIST, Http.status(403, "Forbidden", "no"));
    thread.start();
    assertThat(heard.waits(() -> heard.down.size() == 1)).isTrue();
  }
}
