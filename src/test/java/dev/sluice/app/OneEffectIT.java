package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.act.Pursuit;
import dev.sluice.act.Standing;
import dev.sluice.release.Action;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  private static final Action PROMOTE = new Action.Promote();

  private final TestBed bed = TestBed.shared();
  private final List<BedConsole> consoles = new ArrayList<>();
  @TempDir private Path folder;

  @BeforeEach
  void bringAnUpdateToItsFirstPause() {
    bed.kubectl("apply", "-f", MANIFEST);
    var watching = console(bed.kubeconfig("alice"));
    watching.until("stable", r -> r.stable().isPresent() && !r.updating());
    bed.argo("set", "image", "till", "till=registry.example/till:v3.2.0", "-n", "shop");
    watching.until("paused", BedConsole::waits);
  }

  @AfterEach
  void clear() {
    consoles.forEach(BedConsole::close);
    bed.kubectl("delete", "--wait", "-f", MANIFEST);
  }

  @Test
  void aGestureMadeTwiceIsSentOnce() {
    var console = ready(bed.kubeconfig("alice"));
    long before = writes();
    var fire = console.gesture(PROMOTE);

    console.post(fire);
    console.post(fire);

    assertThat(over(console).standing()).isInstanceOf(Standing.Succeeded.class);
    assertThat(writes() - before).isEqualTo(1);
    assertThat(console.state().pursuits()).hasSize(1);
    assertThat(step()).isEqualTo(3);
  }

  @Test
  void ofTwoConsolesThatPromoteAtOnceOneMovesItOn() {
    var alice = ready(bed.kubeconfig("alice"));
    var bob = ready(bed.kubeconfig("bob"));
    var fires = List.of(alice.gesture(PROMOTE), bob.gesture(PROMOTE));

    alice.post(fires.getFirst());
    bob.post(fires.getLast());

    assertThat(List.of(over(alice), over(bob)))
        .filteredOn(pursuit -> pursuit.clocks().accepted().isPresent())
        .hasSize(1);
    BedConsole.await("it has moved on", () -> step() == 3);
  }

  @Test
  void anAnswerLostAfterTheWriteWasAppliedIsFoundOutAndNothingIsSentAgain() throws IOException {
    try (var relay = new Relay(URI.create(bed.apiServer()).getPort())) {
      var console = ready(through(relay));
      long before = writes();
      var fire = console.gesture(PROMOTE);

      relay.line(Relay.Line.DEAF);
      console.post(fire);

      assertThat(over(console).standing()).isInstanceOf(Standing.Succeeded.class);
      assertThat(writes() - before).isEqualTo(1);
      assertThat(step()).isEqualTo(3);
    }
  }

  @Test
  void aConsoleClosedRightAfterTheGestureHasWrittenOnceAtMostAndLeavesItsTrace() {
    var console = ready(bed.kubeconfig("alice"));
    long before = writes();

    console.fire(PROMOTE);
    BedConsole.await("sent", () -> writes() > before);
    console.close();

    assertThat(writes() - before).isEqualTo(1);
    BedConsole.await("a trace is left", () -> !notes().isEmpty());
    assertThat(notes()).anyMatch(note -> note.contains("alice"));
    BedConsole.await("moved on", () -> step() == 3);
  }

  private BedConsole console(Path kubeconfig) {
    var console = BedConsole.open(kubeconfig, "shop", "till", folder);
    consoles.add(console);
    return console;
  }

  private BedConsole ready(Path kubeconfig) {
    var console = console(kubeconfig);
    console.until("paused", BedConsole::waits);
    return console;
  }

  private Path through(Relay relay) throws IOException {
    var kubeconfig = Files.readString(bed.kubeconfig("alice"));
    var there = "https://127.0.0.1:" + relay.port();
    return Files.writeString(folder.resolve("relayed"), kubeconfig.replace(bed.apiServer(), there));
  }

  /// The first action of a console, once it is over.
  private static Pursuit over(BedConsole console) {
    return console.over(Instant.EPOCH);
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
    return new AuditLog(bed.auditLog(), "till").writes("alice", "bob");
  }
}
