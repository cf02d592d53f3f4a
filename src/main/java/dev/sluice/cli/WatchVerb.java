package dev.sluice.cli;

import dev.sluice.release.Link;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Event;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// `sluice watch`: follows releases. On a terminal it draws in place, elsewhere it writes a line
/// for each changed state it saw.
final class WatchVerb implements Verb {

  private final Desk desk;

  WatchVerb(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "watch";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.word("NAME", false, List.of()));
    Options.connection(spec);
    Options.output(spec, Output.JSON, Output.YAML);
  }

  @Override
  public int run(Given given) {
    var exit =
        given.word().isPresent()
            ? desk.visit(given, (visit, ref) -> follow(visit, given, Optional.of(ref)))
            : desk.visit(given, visit -> follow(visit, given, Optional.empty()));
    return exit.code();
  }

  private Exit follow(Visit visit, Given given, Optional<ReleaseRef> only) {
    only.ifPresent(ref -> visit.session().store().post(new Event.Opened(ref)));
    var view = view(visit, given, only);
    Optional<ConsoleState> last = Optional.empty();
    for (var state = visit.sightings().next(visit.end());
        state.isPresent() && !desk.terminal().deaf();
        state = visit.sightings().next(visit.end())) {
      last = state;
      view.show(state.get());
      if (hopeless(state.get())) {
        Visit.troubles(state.get()).forEach(desk.terminal()::say);
        return Exit.FAILED;
      }
    }
    return last.filter(WatchVerb::seen).isPresent() ? Exit.OK : Exit.TIMED_OUT;
  }

  private View view(Visit visit, Given given, Optional<ReleaseRef> only) {
    return desk.terminal().live() && given.output() == Output.TEXT
        ? new Screen(desk, visit.session().sight(), only)
        : new Journal(desk, visit.session().sight(), only, given.output());
  }

  /// Where the states are shown.
  interface View {
    void show(ConsoleState state);
  }

  /// Whether every connection was given up.
  private static boolean hopeless(ConsoleState state) {
    return state.links().isEmpty()
        ? !state.problems().isEmpty()
        : state.links().values().stream().allMatch(Link.Down.class::isInstance);
  }

  private static boolean seen(ConsoleState state) {
    return state.links().values().stream()
        .anyMatch(link -> link instanceof Link.Live || link instanceof Link.Stale);
  }
}
