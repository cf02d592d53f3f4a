package dev.sluice.cli;

import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Scope;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Session;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A session opened for one command.
final class Visit implements AutoCloseable {

  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

  private static final Comparator<Scope> ORDER = Comparator.comparing(Marks::scope);

  /// Who waits longer than this wants to know for what.
  private static final Duration QUIET = Duration.ofSeconds(2);

  private final Session session;
  private final Terminal terminal;
  private final Sightings sightings;
  private final InstantSource clock;
  private final Instant begun;
  private final Optional<Duration> timeout;

  /// @param begun when the command began, before it connected
  Visit(
      Session session,
      Terminal terminal,
      InstantSource clock,
      Instant begun,
      Optional<Duration> timeout) {
    this.session = session;
    this.terminal = terminal;
    this.clock = clock;
    this.sightings = new Sightings(session.store(), clock);
    this.begun = begun;
    this.timeout = timeout;
  }

  /// A release that was looked for, or why it was not found.
  sealed interface Found {}

  record There(ReleaseRef release) implements Found {}

  record NotThere(Exit exit, List<String> words) implements Found {}

  /// All that was asked for was seen, and nothing is called that way.
  record Unknown(List<String> words) implements Found {}

  Session session() {
    return session;
  }

  Sightings sightings() {
    return sightings;
  }

  Instant now() {
    return clock.instant();
  }

  /// Until when clusters may take to answer: as the user said, else 30 s.
  Instant patience() {
    return begun.plus(timeout.orElse(USUAL_PATIENCE));
  }

  /// Until when the command may take altogether: as the user said, else for ever.
  Instant end() {
    return timeout.map(begun::plus).orElse(Instant.MAX);
  }

  /// The state once every watched part is listed or given up; empty when the patience ends first.
  /// Where that takes its time, it says what it waits for.
  Optional<ConsoleState> settled() {
    var soon = now().plus(QUIET);
    if (!soon.isBefore(patience())) {
      return sightings.await(Visit::settled, patience());
    }
    var settled = sightings.await(Visit::settled, soon);
    return settled.isPresent() ? settled : waited();
  }

  private Optional<ConsoleState> waited() {
    var open = open(sightings.newest());
    var left = Duration.between(now(), patience());
    terminal.say(
        open.isEmpty()
            ? Texts.of("cli.waiting.all", left)
            : Texts.of("cli.waiting", String.join(", ", open), left));
    return sightings.await(Visit::settled, patience());
  }

  /// Looks for the release of that name in every watched part; finds nothing once the command's
  /// time is over, so that nothing is begun then.
  Found find(String name) {
    var settled = settled();
    var state = settled.orElseGet(sightings::newest);
    if (settled.isPresent() && !clock.instant().isBefore(end())) {
      return new NotThere(Exit.TIMED_OUT, List.of(Texts.of("cli.late")));
    }
    return switch (Names.of(name).among(state.releases().keySet())) {
      case Names.One(var ref) -> there(state, ref, settled.isPresent());
      case Names.Several(var refs) ->
          new NotThere(Exit.USAGE, List.of(Texts.of("cli.name.several", name, joined(refs))));
      case Names.None(var nearest) -> missing(state, name, nearest, settled.isPresent());
    };
  }

  /// Why parts of what was asked for cannot be shown.
  static List<String> troubles(ConsoleState state) {
    var links =
        state.links().entrySet().stream()
            .sorted(Map.Entry.comparingByKey(ORDER))
            .flatMap(entry -> why(entry.getValue()).stream());
    return Stream.concat(state.problems().stream(), links)
        .map(failure -> Texts.of(failure.words()))
        .distinct()
        .toList();
  }

  /// The parts that have not answered.
  static List<String> silent(ConsoleState state) {
    if (state.links().isEmpty()) {
      return List.of(Texts.of("cli.silent.all"));
    }
    return open(state).stream().map(scope -> Texts.of("cli.silent", scope)).toList();
  }

  private static List<String> open(ConsoleState state) {
    return state.links().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Link.Connecting)
        .map(entry -> Marks.scope(entry.getKey()))
        .sorted()
        .toList();
  }

  private static Found there(ConsoleState state, ReleaseRef ref, boolean settled) {
    return switch (state.link(ref)) {
      case Link.Down(var why, _) -> new NotThere(Exit.FAILED, List.of(Texts.of(why.words())));
      case Link.Live _, Link.Stale _, Link.Connecting _ ->
          settled ? new There(ref) : new NotThere(Exit.TIMED_OUT, silent(state));
    };
  }

  private static Found missing(
      ConsoleState state, String name, Optional<ReleaseRef> nearest, boolean settled) {
    var words = new ArrayList<>(troubles(state));
    if (!settled) {
      words.addAll(silent(state));
      return new NotThere(Exit.TIMED_OUT, words);
    }
    if (state.links().values().stream().allMatch(Link.Down.class::isInstance)) {
      // Nothing was seen, so nothing can be said of what is there.
      return new NotThere(Exit.FAILED, words);
    }
    if (nearest.isEmpty()) {
      words.add(Texts.of("cli.name.unknown", name));
      return new Unknown(words);
    }
    words.add(Texts.of("cli.name.nearest", name, briefly(nearest.get())));
    return new NotThere(Exit.FAILED, words);
  }

  /// What those names mean here, or nearly mean.
  Optional<String> meant(Names names) {
    var known = settled().orElseGet(sightings::newest).releases().keySet();
    return switch (names.among(known)) {
      case Names.One(var ref) -> Optional.of(briefly(ref));
      case Names.Several(var refs) -> Optional.of(joined(refs));
      case Names.None(var nearest) -> nearest.map(Visit::briefly);
    };
  }

  private static String briefly(ReleaseRef ref) {
    return ref.namespace() + "/" + ref.name();
  }

  private static boolean settled(ConsoleState state) {
    return state.links().isEmpty()
        ? !state.problems().isEmpty()
        : state.links().values().stream().noneMatch(Link.Connecting.class::isInstance);
  }

  private static Optional<Failure> why(Link link) {
    return switch (link) {
      case Link.Down(var why, _) -> Optional.of(why);
      case Link.Stale(_, var why) -> Optional.of(why);
      case Link.Live _, Link.Connecting _ -> Optional.empty();
    };
  }

  private static String joined(List<ReleaseRef> refs) {
    return String.join(", ", refs.stream().map(ReleaseRef::toString).toList());
  }

  @Override
  public void close() {
    sightings.close();
    session.close();
  }
}
