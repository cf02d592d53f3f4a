package dev.sluice.ui.board;

import dev.sluice.conduct.Position;
import dev.sluice.conduct.StagePlan;
import dev.sluice.release.PauseReason;
import dev.sluice.release.Phase;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Step;
import dev.sluice.release.Strategy;
import dev.sluice.release.Traffic;
import dev.sluice.state.Environment;
import dev.sluice.state.Need;
import dev.sluice.state.Opinion;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Mark;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the board's rows, each from its release and what that needs a person for. Pure.
public final class BoardRows {
  // Looked up once: a board has thousands of rows, and most say the same.
  private static final Map<Phase, String> PHASES = phases();
  private static final Map<Opinion, String> OPINIONS = opinions();
  private static final String ABORTED = Texts.of("phase.aborted");
  private static final String TRIAL = Texts.of("phase.trial");
  private static final String CANARY = Texts.of("strategy.canary.brief");
  private static final String BLUE_GREEN = Texts.of("strategy.bluegreen");
  private static final String STABLE = Texts.of("board.stable");
  private static final String READY = Texts.of("board.back.ready");
  private static final String SLOW = Texts.of("board.back.slow");

  private BoardRows() {}

  /// The row of that release.
  public static BoardRow of(
      Release release, Environment environment, Optional<Need> need, Optional<Opinion> opinion) {
    var kind = need.map(Need::kind);
    boolean trial = trial(release, opinion);
    String phase = phase(release, trial);
    String stands =
        need.filter(Need::wrong).map(wrong -> Texts.of("wall.need." + wrong.kind())).orElse(phase);
    String strategy = strategy(release);
    String versions = versions(release, trial);
    Optional<Step.Pause> pause = pause(release);
    return new BoardRow(
        release.ref(),
        environment,
        kind,
        need.flatMap(Need::since).orElse(Instant.MIN),
        trial,
        Mark.of(release, trial, kind),
        phase,
        stands,
        strategy,
        versions,
        share(release),
        traffic(release),
        step(release),
        opinion,
        since(release),
        pause.flatMap(Step.Pause::duration),
        trial ? wayBack(release) : "",
        text(release, environment, phase, stands, strategy, versions));
  }

  /// One word for that.
  public static String word(Optional<Opinion> opinion) {
    return opinion.map(OPINIONS::get).orElse("");
  }

  private static Map<Opinion, String> opinions() {
    var words = new EnumMap<Opinion, String>(Opinion.class);
    for (var opinion : Opinion.values()) {
      words.put(opinion, Texts.of("opinion." + opinion));
    }
    return words;
  }

  private static String text(Release release, Environment environment, String... words) {
    var ref = release.ref();
    return Stream.concat(
            Stream.of(ref.name(), ref.context(), ref.namespace(), environment.name()),
            Stream.of(words))
        .collect(Collectors.joining("\n"))
        .toLowerCase(Locale.ROOT);
  }

  /// To Argo a switch that has yet to prove itself is over.
  private static String phase(Release release, boolean trial) {
    if (release.progress().aborted()) {
      return ABORTED;
    }
    return trial && !release.updating() ? TRIAL : phase(release.progress().phase());
  }

  private static String phase(Phase phase) {
    return PHASES.getOrDefault(phase, "");
  }

  private static Map<Phase, String> phases() {
    var words = new EnumMap<Phase, String>(Phase.class);
    for (var phase : Phase.values()) {
      words.put(
          phase,
          switch (phase) {
            case PROGRESSING -> Texts.of("phase.progressing");
            case PAUSED -> Texts.of("phase.paused");
            case HEALTHY -> Texts.of("phase.healthy");
            case DEGRADED -> Texts.of("phase.degraded");
            case UNKNOWN -> Texts.of("phase.unknown");
          });
    }
    return words;
  }

  private static String strategy(Release release) {
    return switch (release.strategy()) {
      case Strategy.Canary _ -> CANARY;
      case Strategy.BlueGreen _ -> BLUE_GREEN;
    };
  }

  /// After a switch something is said of the newer revision for as long as it is on trial.
  private static boolean trial(Release release, Optional<Opinion> opinion) {
    return release.updating() || opinion.isPresent();
  }

  private static String versions(Release release, boolean trial) {
    String newest = version(release.current().or(release::stable));
    return trial ? Texts.of("board.revisions", version(release.baseline()), newest) : newest;
  }

  private static String version(Optional<Revision> revision) {
    return revision.map(Revision::version).orElseGet(() -> Texts.of("version.unknown"));
  }

  private static OptionalInt share(Release release) {
    return release.updating() && release.traffic() instanceof Traffic.Weighted(_, int served)
        ? OptionalInt.of(served)
        : OptionalInt.empty();
  }

  private static String traffic(Release release) {
    OptionalInt share = share(release);
    if (share.isPresent()) {
      return Figures.percent(share.getAsInt() / 100.0);
    }
    return switch (release.traffic()) {
      case Traffic.Weighted _ -> STABLE;
      case Traffic.Switched(var active, _) ->
          Texts.of("board.active", version(active.flatMap(release::revision)));
    };
  }

  /// The stage does not depend on the clock, only how long it has soaked does.
  private static String step(Release release) {
    if (!release.updating()) {
      return "";
    }
    return Position.of(release, Instant.EPOCH).map(at -> stage(at.stage(), at.plan())).orElse("");
  }

  private static String stage(int stage, StagePlan plan) {
    int stages = plan.stages().size();
    return Texts.of("board.stage", Math.min(stage + 1, stages), stages);
  }

  private static Optional<Instant> since(Release release) {
    return release.updating()
        ? release.progress().pauses().stream().map(PauseReason::since).min(Instant::compareTo)
        : Optional.empty();
  }

  private static Optional<Step.Pause> pause(Release release) {
    return release.step().filter(Step.Pause.class::isInstance).map(Step.Pause.class::cast);
  }

  private static String wayBack(Release release) {
    return release.baseline().filter(r -> r.ready() > 0 && r.ready() >= r.desired()).isPresent()
        ? READY
        : SLOW;
  }
}
