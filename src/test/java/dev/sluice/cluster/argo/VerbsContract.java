package dev.sluice.cluster.argo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Standing;
import dev.sluice.cluster.argo.ModelCluster.Kind;
import dev.sluice.guard.Circumstances;
import dev.sluice.guard.Guard;
import dev.sluice.guard.Lock;
import dev.sluice.release.Action;
import dev.sluice.release.Link;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every verb wherever a release may stand, as `conformance/verbs.txt` has it: refused by the guard
/// with that reason, or sent as those writes and followed to that effect (`waits`: to what is still
/// awaited, since pods that do not start keep the effect away).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VerbsContract extends Conformance {
  private static final Path TABLE = Path.of("src/test/resources/conformance/verbs.txt");
  private static final int AT_ONCE = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration A_WHILE = Duration.ofSeconds(4);

  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
  private final Map<Place, Map<Cell, Future<Map<Cell, Cell>>>> told = new HashMap<>();

  /// A part of the table.
  record Place(Kind kind, Stand stand) {
    @Override
    public String toString() {
      return kind + " " + stand;
    }
  }

  /// One line of the table.
  record Cell(String verb, String sent, String then) {
    boolean refused() {
      return sent.equals("-");
    }

    /// Whether it came as this line says: what stands in brackets is sent where the console sees
    /// the controller before it has gone all the way by itself.
    boolean holds(Cell came) {
      var all = sent.replaceAll("[\\[\\]]", "");
      var least = sent.replaceAll("\\[.*]", "");
      return came.equals(new Cell(verb, all, then)) || came.equals(new Cell(verb, least, then));
    }

    @Override
    public String toString() {
      return "%-13s | %-22s | %s".formatted(verb, sent, then).strip();
    }
  }

  private static Map<Place, List<Cell>> table() {
    Map<Place, List<Cell>> table = new LinkedHashMap<>();
    var cells = new ArrayList<Cell>();
    for (var line : lines()) {
      var parts = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
      if (parts.size() == 1) {
        var words = line.split(" ", -1);
        cells = new ArrayList<>();
        table.put(new Place(Kind.valueOf(words[0]), Stand.valueOf(words[1])), cells);
      } else {
        cells.add(new Cell(parts.get(0), parts.get(1), parts.get(2)));
      }
    }
    return table;
  }

  private static List<String> lines() {
    try (var lines = Files.lines(TABLE)) {
      return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  void tryAll() {
    table().forEach((place, cells) -> told.put(place, tried(place, cells)));
  }

  /// What should be refused is asked for where the first of the others is then done.
  private Map<Cell, Future<Map<Cell, Cell>>> tried(Place place, List<Cell> cells) {
    var first = cells.stream().filter(cell -> !cell.refused()).findFirst().orElseThrow();
    var together =
        cells.stream().collect(Collectors.groupingBy(cell -> cell.refused() ? first : cell));
    Map<Cell, Future<Map<Cell, Cell>>> tried = new HashMap<>();
    together.forEach((last, group) -> {
      var result = threads.submit(() -> tried(place, group, last));
      group.forEach(cell -> tried.put(cell, result));
    });
    return tried;
  }

  @AfterAll
  void end() {
    threads.shutdownNow();
  }

  static Stream<Place> places() {
    return table().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("places")
  void everyVerbDoesWhatTheTableSays(Place place) throws InterruptedException {
    var cells = table().getOrDefault(place, List.of());
    var results = told.getOrDefault(place, Map.of());
    List<String> lines = new ArrayList<>();
    for (var cell : cells) {
      lines.add(line(cell, results.get(cell)));
    }
    assertThat(String.join("\n", lines))
        .isEqualTo(cells.stream().map(Cell::toString).collect(Collectors.joining("\n")));
  }

  private static String line(Cell cell, @Nullable Future<Map<Cell, Cell>> told)
      throws InterruptedException {
    try {
      if (told == null) {
        return "not tried";
      }
      var came = Objects.requireNonNull(told.get().get(cell));
      return (cell.holds(came) ? cell : came).toString();
    } catch (ExecutionException e) {
      return "" + e.getCause();
    }
  }

  private Map<Cell, Cell> tried(Place place, List<Cell> cells, Cell last) {
    try (var shop = open(place.kind(), place.stand().wares(place.kind()))) {
      var first = shop.read().stableHash().orElseThrow();
      place.stand().reach(shop);
      Map<Cell, Cell> told = new HashMap<>();
      for (var cell : cells) {
        if (cell.refused()) {
          told.put(cell, asked(shop, action(cell.verb(), first), cell));
        }
      }
      var action = action(last.verb(), first);
      var refused = asked(shop, action, last);
      told.put(last, refused.refused() ? refused : done(shop, action, last));
      return told;
    }
  }

  private static Action action(String verb, String first) {
    return switch (verb) {
      case "promote" -> new Action.Promote();
      case "promote fully" -> new Action.PromoteFully();
      case "pause" -> new Action.Pause();
      case "resume" -> new Action.Resume();
      case "abort" -> new Action.Abort();
      case "retry" -> new Action.Retry();
      case "restart" -> new Action.Restart();
      case "roll back" -> new Action.RollBack(first);
      default -> throw new IllegalArgumentException(verb);
    };
  }

  private static Cell asked(Shop shop, Action action, Cell cell) {
    return refusal(shop, action)
        .map(why -> new Cell(cell.verb(), "-", why))
        .orElseGet(() -> new Cell(cell.verb(), "is let through", ""));
  }

  /// The reason that no person's reason outweighs.
  private static Optional<String> refusal(Shop shop, Action action) {
    var now = Instant.now();
    var seen =
        new Circumstances(
            shop.read(),
            new Link.Live(now),
            Permissions.ALL,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            now);
    return new Guard(shop.engine.tactics())
        .check(action, seen).locks().stream()
            .filter(lock -> !lock.yields())
            .map(Lock::words)
            .map(words -> words.key())
            .findFirst();
  }

  private static Cell done(Shop shop, Action action, Cell expected) {
    boolean waits = expected.then().startsWith("waits");
    var pursuit = shop.actWithin(waits ? A_WHILE : PATIENCE, action);
    var sent = accepted(shop);
    return switch (pursuit.standing()) {
      case Standing.Succeeded _ -> {
        shop.settled(r -> state(r).equals(expected.then()));
        yield new Cell(expected.verb(), sent, state(shop.read()));
      }
      case Standing.UnderWay(var words) -> new Cell(expected.verb(), sent, "waits " + words.key());
      case Standing.Failed _, Standing.Verifying _, Standing.Overdue _, Standing.Left _ ->
          new Cell(expected.verb(), sent, pursuit.standing().toString());
    };
  }

  /// What the API server refused since the facts had changed meanwhile was sent anew.
  private static String accepted(Shop shop) {
    var accepted = shop.sent.stream().filter(verb -> !verb.endsWith(Shop.REFUSED)).toList();
    return accepted.isEmpty() ? "nothing" : String.join(", ", accepted);
  }

  /// In short: `v1 → v2 20 %`, and what stands with it.
  private static String state(Release release) {
    var progress = release.progress();
    var words = new StringBuilder(Shop.stable(release));
    if (release.updating()) {
      var share = release.share(release.currentHash().orElseThrow());
      words.append(" → ").append(Shop.version(release)).append(' ').append(share).append(" %");
    }
    words.append(progress.aborted() ? ", aborted" : "");
    words.append(progress.paused() ? ", held" : "");
    return words.toString();
  }
}
