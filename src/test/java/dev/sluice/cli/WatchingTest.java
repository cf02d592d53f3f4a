package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.export.Documents;
import dev.sluice.guard.Guard;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.Releases;
import dev.sluice.release.Scope;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Event;
import dev.sluice.state.Reducer;
import dev.sluice.state.Sight;
import dev.sluice.text.Words;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchingTest {

  private static final Scope SHOP = new Scope("prod", Optional.of("shop"));

  private final ToyCluster cluster = new ToyCluster(Releases.CHECKOUT);
  private final Reducer reducer = new Reducer(cluster);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private ConsoleState state = ConsoleState.at(Releases.NOON);
  private Map<String, String> environment = Map.of("NO_COLOR", "1");

  @Test
  void writesALineForEachChangedStateItSaw() {
    var journal = journal(Output.TEXT);
    journal.show(after(new Event.Seen(cluster.release())));
    journal.show(after(new Event.Tick()));
    cluster.apply(new Action.Promote());
    journal.show(after(new Event.Seen(cluster.release())));
    cluster.apply(new Action.Promote());
    journal.show(after(new Event.Seen(cluster.release())));
    assertThat(out)
        .hasToString(
            """
            2026-01-02T12:00:00Z  prod/shop/checkout  ‖ Paused  step 1/4  traffic 10 %  r41 v1.8.3 → r42 v1.9.0  CanaryPauseStep
            2026-01-02T12:00:00Z  prod/shop/checkout  ‖ Paused  step 2/4  traffic 10 %  r41 v1.8.3 → r42 v1.9.0  CanaryPauseStep
            2026-01-02T12:00:00Z  prod/shop/checkout  ‖ Paused  step 3/4  traffic 50 %  r41 v1.8.3 → r42 v1.9.0  CanaryPauseStep
            """);
  }

  @Test
  void writesADocumentALineWhenAskedForJson() {
    var journal = journal(Output.JSON);
    journal.show(after(new Event.Seen(cluster.release())));
    cluster.apply(new Action.Promote());
    journal.show(after(new Event.Seen(cluster.release())));
    assertThat(out.toString().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"context\":\"prod\"") && line.endsWith("}"));
  }

  @Test
  void saysWhenAReleaseIsGoneAndWhenTheConnectionChanges() {
    var journal = journal(Output.TEXT);
    journal.show(after(new Event.Seen(cluster.release())));
    journal.show(after(new Event.Gone(Releases.CHECKOUT)));
    journal.show(after(new Event.Linked(SHOP, new Link.Live(Releases.NOON))));
    journal.show(after(new Event.Linked(SHOP, new Link.Live(Releases.NOON.plusSeconds(1)))));
    assertThat(err.toString().lines())
        .containsExactly(
            "prod/shop/checkout is no longer there.", "prod/shop: live, heard 0 s ago");
  }

  @Test
  void drawsInPlaceOnATerminal() {
    var screen = screen(Optional.empty());
    screen.show(after(new Event.Seen(cluster.release())));
    out.getBuffer().setLength(0);
    cluster.apply(new Action.Promote());
    screen.show(after(new Event.Seen(cluster.release())));
    assertThat(out.toString())
        .startsWith("\u001b[?7l\u001b[2A")
        .contains("2/4")
        .endsWith("\u001b[?7h");
  }

  @Test
  void drawsNothingAgainWhenNothingChanged() {
    var screen = screen(Optional.empty());
    screen.show(after(new Event.Seen(cluster.release())));
    int length = out.getBuffer().length();
    screen.show(after(new Event.Tick()));
    assertThat(out.getBuffer()).hasSize(length);
  }

  @Test
  void drawsNoMoreLinesThanFit() {
    environment = Map.of("LINES", "4", "NO_COLOR", "1");
    var releases = List.of("a", "b", "c", "d", "e").stream().map(Releases::named).toList();
    screen(Optional.empty()).show(after(new Event.Listed(SHOP, releases)));
    assertThat(out.toString().lines()).hasSize(4).anyMatch(line -> line.startsWith("… 4 more"));
  }

  @Test
  void drawsTheOneReleaseAskedForAndItsAge() {
    after(new Event.Linked(SHOP, new Link.Live(Releases.NOON.minusSeconds(3))));
    screen(Optional.of(Releases.CHECKOUT)).show(after(new Event.Seen(cluster.release())));
    assertThat(out.toString()).contains("Stages").contains("live, heard 3 s ago");
  }

  @Test
  void theCommandWatchesUntilItsTimeIsOver() {
    var run = Run.on(cluster);
    assertThat(run.sluice("watch", "--timeout", "5s")).isZero();
    assertThat(run.out.toString().lines()).hasSize(1);
    assertThat(run.sluice("watch", "checkout", "--timeout", "5s", "-o", "yaml")).isZero();
    assertThat(run.out.toString()).contains("---\ncontext: prod");
  }

  @Test
  void theCommandEndsWhenEveryConnectionWasGivenUp() {
    var toy = new ToySession.Toy(cluster);
    toy.down = Optional.of(new Failure.Unreachable("prod", Words.of("api.timeout")));
    var run = new Run(toy);
    assertThat(run.sluice("watch")).isEqualTo(1);
    assertThat(run.err.toString()).contains("prod cannot be reached");
  }

  @Test
  void theCommandTimesOutWhenNothingWasSeen() {
    var toy = new ToySession.Toy(cluster);
    toy.answersAtAll = false;
    assertThat(new Run(toy).sluice("watch", "--timeout", "3s")).isEqualTo(124);
  }

  private ConsoleState after(Event event) {
    state = reducer.reduce(state, event, Releases.NOON).state();
    return state;
  }

  private Journal journal(Output output) {
    return new Journal(desk(false), new Sight(new Guard(cluster)), Optional.empty(), output);
  }

  private Screen screen(Optional<dev.sluice.release.ReleaseRef> only) {
    return new Screen(desk(true), new Sight(new Guard(cluster)), only);
  }

  private Desk desk(boolean live) {
    return new Desk(
        _ -> {
          throw new IllegalStateException("nothing to connect to");
        },
        new Documents(),
        new Terminal(new PrintWriter(out), new PrintWriter(err), live, environment),
        () -> Instant.EPOCH,
        _ -> () -> {});
  }
}
