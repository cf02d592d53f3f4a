package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.act.Facts;
import dev.sluice.act.Pursuit;
import dev.sluice.act.Standing;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.state.Event;
import dev.sluice.state.Place;
import dev.sluice.state.Selection;
import dev.sluice.state.Session;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever goes wrong between a gesture and its effect on a real control plane: there is one
/// effect at most, and the console finds out which. The API server's own audit log counts.
@Tag("cluster")
class OneEffectIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MANIFEST = "src/test/resources/window/canary.yaml";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final TestBed bed = TestBed.shared();
  private final List<Session> sessions = new ArrayList<>();
  @TempDir private Path folder;

  @BeforeEach
  void bringAnUpdateToItsFirstPause() {
    bed.kubectl("apply", "-f", MANIFEST);
    var watching = session(bed.kubeconfig("alice"));
    until("stable", watching, r -> r.stable().isPresent() && !r.updating());
    bed.argo("set", "image", "till", "till=registry.example/till:v3.2.0", "-n", "shop");
    until("paused", watching, OneEffectIT::waits);
  }

  @AfterEach
  void clear() {
    sessions.forEach(Session::close);
    bed.kubectl("delete", "--wait", "-f", MANIFEST);
  }

  @Test
  void aGestureMadeTwiceIsSentOnce() {
    var session = ready(bed.kubeconfig("alice"));
    long before = writes();
    var fire = promotion(session);

    session.store().post(fire);
    session.store().post(fire);

    assertThat(over(session).standing()).isInstanceOf(Standing.Succeeded.class);
    assertThat(writes() - before).isEqualTo(1);
    assertThat(session.store().state().pursuits()).hasSize(1);
    assertThat(step()).isEqualTo(3);
  }

  @Test
  void ofTwoConsolesThatPromoteAtOnceOneMovesItOn() {
    var alice = ready(bed.kubeconfig("alice"));
    var bob = ready(bed.kubeconfig("bob"));
    var fires = List.of(promotion(alice), promotion(bob));

    alice.store().post(fires.getFirst());
    bob.store().post(fires.getLast());

    assertThat(List.of(over(alice), over(bob)))
        .filteredOn(pursuit -> pursuit.clocks().accepted().isPresent())
        .hasSize(1);
    assertThat(step()).isEqualTo(3);
  }

  @Test
  void anAnswerLostAfterTheWriteWasAppliedIsFoundOutAndNothingIsSentAgain() throws IOException {
    try (var relay = new LossyRelay(URI.create(bed.apiServer()).getPort())) {
      var session = ready(through(relay));
      long before = writes();
      var fire = promotion(session);

      relay.loseAnswers();
      session.store().post(fire);

      var pursuit = over(session);
      assertThat(pursuit.standing()).isInstanceOf(Standing.Succeeded.class);
      assertThat(writes() - before).isEqualTo(1);
      assertThat(step()).isEqualTo(3);
    }
  }

  @Test
  void aConsoleClosedRightAfterTheGestureHasWrittenOnceAtMostAndLeavesItsTrace() {
    var session = ready(bed.kubeconfig("alice"));
    long before = writes();

    session.store().post(promotion(session));
    until("sent", () -> writes() > before);
    session.close();

    assertThat(writes() - before).isEqualTo(1);
    until("a trace is left", () -> !notes().isEmpty());
    assertThat(notes()).anyMatch(note -> note.contains("alice"));
    until("moved on", () -> step() == 3);
  }

  private Session session(Path kubeconfig) {
    var connector =
        new KubernetesConnector(
            Surroundings.ofProcess(_ -> false),
            folder.resolve("none.yaml"),
            folder.resolve("reports"),
            Clock.systemUTC());
    var asked =
        new Selection(Optional.of(kubeconfig.toString()), List.of(), List.of("shop"), false);
    var session =
        connector
            .connect(asked)
            .orElse(why -> {
              throw new AssertionError(why);
            });
    sessions.add(session);
    return session;
  }

  /// One that knows all that a promotion asks for but figures, which a reason stands in for.
  private Session ready(Path kubeconfig) {
    var session = session(kubeconfig);
    var release = until("paused", session, OneEffectIT::waits);
    session.store().post(new Event.Opened(release.ref()));
    var place = Place.of(release.ref());
    until(
        "the user's rights are known",
        () -> session.store().state().permissions().containsKey(place));
    return session;
  }

  private static Event.Fire promotion(Session session) {
    var release = find(session).orElseThrow();
    return new Event.Fire(
        release.ref(), new Action.Promote(), Facts.of(release), Optional.of("a test"));
  }

  private Path through(LossyRelay relay) throws IOException {
    var kubeconfig = Files.readString(bed.kubeconfig("alice"));
    var there = "https://127.0.0.1:" + relay.port();
    return Files.writeString(folder.resolve("relayed"), kubeconfig.replace(bed.apiServer(), there));
  }

  private static boolean waits(Release release) {
    return release.updating() && !release.progress().pauses().isEmpty();
  }

  private static Optional<Release> find(Session session) {
    return session.store().state().releases().values().stream()
        .filter(release -> release.ref().name().equals("till"))
        .findFirst();
  }

  private static Pursuit over(Session session) {
    until(
        "the action is over",
        () -> session.store().state().pursuits().stream().anyMatch(p -> p.standing().over()));
    return session.store().state().pursuits().getFirst();
  }

  private static Release until(String what, Session session, Predicate<Release> condition) {
    until(what, () -> find(session).filter(condition).isPresent());
    return find(session).orElseThrow();
  }

  private static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waiting until %s", what).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(25).toNanos());
    }
  }

  private int step() {
    return json("get", "rollout", "till", "-n", "shop", "-o", "json")
        .at("/status/currentStepIndex")
        .asInt();
  }

  private List<String> notes() {
    var events = json("get", "events", "-n", "shop", "-o", "json").get("items");
    var notes = new ArrayList<String>();
    for (var event : events) {
      boolean ours = event.at("/involvedObject/name").asText().equals("till");
      if (ours && event.toString().contains("sluice")) {
        notes.add(event.toString());
      }
    }
    return notes;
  }

  private JsonNode json(String... words) {
    try {
      return JSON.readTree(bed.kubectl(words));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How often a person has changed the Rollout, as the API server has written it down.
  private long writes() {
    try (var lines = Files.lines(bed.auditLog())) {
      return lines.filter(OneEffectIT::byPerson).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean byPerson(String line) {
    try {
      var entry = JSON.readTree(line);
      return entry.at("/verb").asText().equals("patch")
          && entry.at("/objectRef/name").asText().equals("till")
          && List.of("alice", "bob").contains(entry.at("/user/username").asText())
          && entry.at("/responseStatus/code").asInt() == 200;
    } catch (IOException unfinished) {
      return false;
    }
  }
}
