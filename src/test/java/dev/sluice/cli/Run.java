package dev.sluice.cli;

import dev.sluice.cluster.policy.YamlPolicies;
import dev.sluice.export.Documents;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.reports.JsonSyntax;
import dev.sluice.state.Exercise;
import dev.sluice.state.Programs;
import dev.sluice.state.Selection;
import dev.sluice.text.Words;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs the program on toy clusters and keeps what it wrote.
final class Run {

  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();
  final List<Selection> selected = new ArrayList<>();
  final List<Selection> opened = new ArrayList<>();
  Optional<ToySession> session = Optional.empty();
  Optional<Failure> unusable = Optional.empty();
  Map<String, String> environment = Map.of();
  boolean live;
  Duration connecting = Duration.ZERO;
  Interrupts interrupts = _ -> () -> {};
  private final ToySession.Toy toy;
  private Programs programs = new Asked(Optional.empty());

  /// Notes what is wished of the practice cluster.
  final List<DrillDoor.Wish> wished = new ArrayList<>();

  private final DrillDoor drills =
      new DrillDoor() {
        @Override
        public List<Exercise> exercises() {
          return List.of(
              new Exercise("leak", Words.of("drill.title.leak"), Words.of("drill.briefing.leak")));
        }

        @Override
        public int open(Wish wish) {
          wished.add(wish);
          return 9;
        }
      };

  Run(ToySession.Toy toy) {
    this.toy = toy;
  }

  static Run on(ToyCluster... clusters) {
    return new Run(new ToySession.Toy(clusters));
  }

  /// Whose contexts ask for these programs.
  Run asking(Programs asked) {
    programs = asked;
    return this;
  }

  int sluice(String... args) {
    var clock = new FastClock();
    var command =
        new SluiceCommand(
            selection -> {
              selected.add(selection);
              clock.skip(connecting);
              if (unusable.isPresent()) {
                return Result.failed(unusable.get());
              }
              var opening = new ToySession(toy, selection.namespaces(), clock);
              session = Optional.of(opening);
              return Result.ok(opening);
            },
            programs,
            new Documents(),
            new YamlPolicies(),
            new JsonSyntax(),
            drills,
            new Terminal(new PrintWriter(out), new PrintWriter(err), live, environment),
            clock,
            interrupts,
            "1.2.3",
            selection -> {
              opened.add(selection);
              return 7;
            });
    return command.run(args);
  }

  List<String> sent() {
    return session.orElseThrow().sent.stream().map(request -> request.body()).toList();
  }
}
