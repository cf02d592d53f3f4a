package dev.sluice.cli;

import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.state.Connector;
import dev.sluice.state.Session;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What every command works with.
record Desk(
    Connector connector,
    Renderer renderer,
    Terminal terminal,
    InstantSource clock,
    Interrupts interrupts) {

  /// How long a second look may take.
  private static final Duration GLANCE = Duration.ofSeconds(2);

  /// Opens a session, works in it, and closes it.
  Exit visit(Given given, Function<Visit, Exit> work) {
    var begun = clock.instant();
    return switch (connector.connect(given.selection())) {
      case Result.Failed<Session>(var why) -> {
        terminal.say(Texts.of(why.words()));
        given.parts().ifPresent(terminal::say);
        yield Exit.FAILED;
      }
      case Result.Ok<Session>(var session) -> {
        try (var visit = new Visit(session, terminal, clock, begun, given.timeout())) {
          yield work.apply(visit);
        }
      }
    };
  }

  /// Opens a session, looks for the release that was named, and works on it.
  Exit visit(Given given, BiFunction<Visit, ReleaseRef, Exit> work) {
    return visit(
        given,
        visit ->
            switch (visit.find(given.word().orElseThrow())) {
              case Visit.There(var ref) -> work.apply(visit, ref);
              case Visit.NotThere(var exit, var words) -> {
                words.forEach(terminal::say);
                yield exit;
              }
              case Visit.Unknown(var words) -> {
                words.forEach(terminal::say);
                elsewhere(given)
                    .map(all -> Texts.of("cli.name.elsewhere", all))
                    .ifPresent(terminal::say);
                yield Exit.FAILED;
              }
            });
  }

  /// What that name means in the namespaces that were not asked for, as far as they may be seen.
  private Optional<String> elsewhere(Given given) {
    var asked = given.selection();
    if (asked.everywhere()) {
      return Optional.empty();
    }
    return switch (connector.connect(asked.whole())) {
      case Result.Failed<Session> _ -> Optional.empty();
      case Result.Ok<Session>(var session) -> {
        var glance = Optional.of(GLANCE);
        try (var visit = new Visit(session, terminal, clock, clock.instant(), glance)) {
          yield visit.meant(Names.of(given.word().orElseThrow()).anywhere());
        }
      }
    };
  }

  /// As [#visit], for a command that writes: where it does not come to its work, it says so.
  Exit act(Given given, BiFunction<Visit, ReleaseRef, Exit> work) {
    var found = new AtomicBoolean();
    var exit =
        visit(
            given,
            (visit, ref) -> {
              found.set(true);
              return work.apply(visit, ref);
            });
    if (!found.get()) {
      terminal.say(Texts.of("cli.unsent"));
    }
    return exit;
  }

  Paint paint() {
    return new Paint(terminal.colours());
  }

  /// Gives a tree as the format asked for; `TEXT` and its kin are no format of trees.
  void give(Object tree, Output output) {
    terminal.give(
        renderer.render(tree, output == Output.YAML ? Renderer.Form.YAML : Renderer.Form.JSON));
  }
}
