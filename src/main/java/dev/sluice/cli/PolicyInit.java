package dev.sluice.cli;

import dev.sluice.conduct.StagePlan;
import dev.sluice.judge.Signal;
import dev.sluice.policy.PlannedStage;
import dev.sluice.policy.Sketch;
import dev.sluice.policy.Term;
import dev.sluice.policy.Terms;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Strategy;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Event;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import picocli.CommandLine.Model.CommandSpec;

/// `sluice policy init`: a policy to begin with, with the stages that the release walks now and
/// what its traffic means for each of them.
final class PolicyInit implements Verb {

  private static final Duration MEASURING = Duration.ofSeconds(5);

  /// What a service that takes releases seriously asks for.
  private static final List<Term<Boolean>> RECOMMENDED =
      List.of(Terms.TESTS, Terms.VULNERABILITIES, Terms.IMAGE, Terms.SOAK, Terms.REVIEW);

  private final Desk desk;

  PolicyInit(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "init";
  }

  @Override
  public void describe(CommandSpec spec) {
    Options.release(spec);
  }

  @Override
  public int run(Given given) {
    return desk.visit(given, this::printed).code();
  }

  private Exit printed(Visit visit, ReleaseRef ref) {
    visit.session().store().post(new Event.Opened(ref));
    var bound = GetVerb.earlier(visit.now().plus(MEASURING), visit.patience());
    visit.sightings().await(state -> state.measured(ref).readings().isPresent(), bound);
    var state = visit.sightings().newest();
    return state
        .release(ref)
        .map(release -> {
          desk.terminal().give(text(release, rate(state, ref)));
          return Exit.OK;
        })
        .orElseGet(() -> {
          desk.terminal().say(Texts.of("cli.gone", ref));
          return Exit.FAILED;
        });
  }

  private static String text(Release release, OptionalDouble rate) {
    Map<Term<?>, Object> values = new LinkedHashMap<>();
    RECOMMENDED.forEach(term -> values.put(term, true));
    var head = new ArrayList<String>();
    var name = release.ref().name();
    head.add(Texts.of("cli.policy.init.head", release.ref(), name + ".yaml"));
    head.add(Texts.of("cli.policy.init.rest"));
    head.add(
        rate.isPresent()
            ? Texts.of("cli.policy.init.traffic", Figures.perSecond(rate.getAsDouble()))
            : Texts.of("cli.policy.init.unmeasured"));
    switch (release.strategy()) {
      case Strategy.BlueGreen _ -> head.add(Texts.of("cli.policy.init.bluegreen"));
      case Strategy.Canary canary -> {
        var stages = stages(canary);
        values.put(Terms.STAGES, Terms.STAGES.form().write(stages));
        rate.ifPresent(a -> stages.forEach(stage -> reached(stage, a, head)));
      }
    }
    return new Sketch(head, values).text();
  }

  /// Those of the manifest, as far as they can be a policy's; else the standard ones.
  private static List<PlannedStage> stages(Strategy.Canary canary) {
    var walked =
        StagePlan.of(canary.steps()).stages().stream()
            .filter(stage -> stage.weight() > 0)
            .map(stage ->
                PlannedStage.capped(stage.weight(), stage.soak().orElse(Duration.ofHours(1))))
            .toList();
    boolean grows =
        walked.stream()
            .map(PlannedStage::weight)
            .sorted()
            .distinct()
            .toList()
            .equals(walked.stream().map(PlannedStage::weight).toList());
    return canary.steps().isEmpty() || !grows ? PlannedStage.STANDARD : walked;
  }

  private static void reached(PlannedStage stage, double rate, List<String> head) {
    long requests = Math.round(rate * stage.weight() / 100 * stage.soak().toSeconds());
    if (requests > 0) {
      head.add(
          Texts.of(
              "cli.policy.init.stage",
              Figures.percent(stage.weight() / 100.0),
              Figures.count(requests)));
    }
  }

  /// Requests a second of both revisions together.
  private static OptionalDouble rate(ConsoleState state, ReleaseRef ref) {
    return state
        .measured(ref)
        .readings()
        .map(readings -> readings.pair(Signal.REQUESTS))
        .map(pair -> {
          var stable = pair.stable().latest(Long.MIN_VALUE);
          double canary = pair.canary().latest(Long.MIN_VALUE).orElse(0);
          return stable.isPresent()
              ? OptionalDouble.of(stable.getAsDouble() + canary)
              : OptionalDouble.empty();
        })
        .orElse(OptionalDouble.empty());
  }
}
