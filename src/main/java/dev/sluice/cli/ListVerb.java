package dev.sluice.cli;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/// `sluice list`: the releases of the watched parts.
final class ListVerb implements Verb {

  private final Desk desk;

  ListVerb(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "list";
  }

  @Override
  public void describe(CommandSpec spec) {
    Options.connection(spec);
    Options.output(spec, Output.WIDE, Output.NAME, Output.JSON, Output.YAML);
  }

  @Override
  public int run(Given given) {
    return desk.visit(
            given,
            visit -> {
              var settled = visit.settled();
              var state = settled.orElseGet(visit.sightings()::newest);
              boolean known = settled.isPresent() && Visit.troubles(state).isEmpty();
              give(state, given.output(), known);
              Visit.troubles(state).forEach(desk.terminal()::say);
              if (settled.isEmpty()) {
                Visit.silent(state).forEach(desk.terminal()::say);
                return Exit.TIMED_OUT;
              }
              return Visit.troubles(state).isEmpty() ? Exit.OK : Exit.FAILED;
            })
        .code();
  }

  /// @param known whether everything could be read, so that nothing to show means that nothing is
  ///   there
  private void give(ConsoleState state, Output output, boolean known) {
    var releases = state.releases().values();
    switch (output) {
      case JSON, YAML -> desk.give(Tree.list(state, releases), output);
      case NAME ->
          desk.terminal()
              .give(
                  lines(
                      releases.stream()
                          .map(r -> r.ref())
                          .sorted()
                          .map(ReleaseRef::toString)
                          .toList()));
      case TEXT, WIDE -> {
        if (releases.isEmpty() && known) {
          desk.terminal().say(Texts.of("cli.list.none"));
        } else if (!releases.isEmpty()) {
          var overview = new Overview(desk.paint(), output == Output.WIDE);
          desk.terminal().give(lines(overview.lines(releases)));
        }
      }
    }
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
