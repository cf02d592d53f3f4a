package dev.sluice.cli;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Event;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Model.CommandSpec;

/// `sluice get`: one release with its stages, gates and revisions.
final class GetVerb implements Verb {

  private static final Duration MEASURING = Duration.ofSeconds(5);

  private final Desk desk;

  GetVerb(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "get";
  }

  @Override
  public void describe(CommandSpec spec) {
    Options.release(spec);
    Options.output(spec, Output.NAME, Output.JSON, Output.YAML);
  }

  @Override
  public int run(Given given) {
    return desk.visit(
            given,
            (visit, ref) -> {
              visit.session().store().post(new Event.Opened(ref));
              var bound = earlier(visit.now().plus(MEASURING), visit.patience());
              visit.sightings().await(state -> measured(state, ref), bound);
              var state = visit.sightings().newest();
              return state
                  .release(ref)
                  .map(release -> {
                    var findings = visit.session().sight().findings(state, release);
                    switch (given.output()) {
                      case JSON, YAML ->
                          desk.give(Tree.release(state, release, findings), given.output());
                      case NAME -> desk.terminal().give(ref + "\n");
                      case TEXT, WIDE ->
                          new Card(desk.paint())
                              .lines(state, release, findings)
                              .forEach(line -> desk.terminal().give(line + "\n"));
                    }
                    state
                        .measured(ref)
                        .failure()
                        .ifPresent(f -> desk.terminal().say(Texts.of(f.words())));
                    return Exit.OK;
                  })
                  .orElseGet(() -> {
                    desk.terminal().say(Texts.of("cli.gone", ref));
                    return Exit.FAILED;
                  });
            })
        .code();
  }

  /// Whether what is measured is known, or known not to be.
  static boolean measured(ConsoleState state, ReleaseRef ref) {
    boolean needed =
        state.release(ref).filter(release -> release.onTrial(state.serverNow(ref))).isPresent();
    var measured = state.measured(ref);
    return !needed || measured.readings().isPresent() || measured.failure().isPresent();
  }

  static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
