package dev.sluice.release;

import dev.sluice.text.Figures;
import dev.sluice.text.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// What the engine's own analyses hold against the newer revision.
///
/// @param metric the one that it is about; empty where the run as a whole says it
public record Setback(Analysis run, Optional<Analysis.Metric> metric, Kind kind) {

  /// What has become of the run, gravest first.
  public enum Kind {
    /// It failed, or could not measure: the engine takes users back by itself.
    FAILED,
    /// It could not decide: the engine waits for a person.
    INCONCLUSIVE,
    /// It still runs, and its newest measurement was not good.
    FAILING
  }

  /// The gravest of that release, if there is any. What the engine has gone on from since is none:
  /// a run that failed before a retry, or that a person has answered.
  public static Optional<Setback> of(Release release) {
    return release.analyses().stream()
        .flatMap(run -> of(release, run).stream())
        .min(Comparator.comparing(Setback::kind).thenComparing(one -> one.metric().isEmpty()));
  }

  /// The same, if it is of that kind.
  public static Optional<Setback> of(Release release, Kind kind) {
    return of(release).filter(one -> one.kind() == kind);
  }

  /// What happened in a few words: which metric, or which run.
  public Words title() {
    return Words.of("setback.title." + kind, metric.map(Analysis.Metric::name).orElse(run.name()));
  }

  /// Which run and which metric, and what the engine or its newest measurement says.
  public Words words() {
    boolean erred = run.phase().equals("Error");
    var what = Words.of(erred ? "setback.ERROR" : "setback." + kind, run.name());
    var at =
        metric
            .filter(one -> !message().contains(one.name()))
            .map(one -> Words.of("setback.at", what, one.name(), one.bad(), one.measured()))
            .orElse(what);
    return why().map(said -> Words.of("setback.why", at, said)).orElse(at);
  }

  /// The same below what says already what happened, and to which metric.
  public Words detail() {
    var tally = metric.map(one -> Words.of("setback.tally", one.bad(), one.measured()));
    Optional<Object> said =
        message().isEmpty()
            ? why()
                .flatMap(why -> tally.map(counts -> Words.of("setback.tally.why", counts, why)))
                .or(() -> tally)
                .map(Object.class::cast)
            : why();
    return said.map(what -> Words.of("setback.detail", run.name(), what)).orElseGet(this::words);
  }

  private Optional<Object> why() {
    return message().isEmpty()
        ? metric.flatMap(Setback::measured).map(Object.class::cast)
        : Optional.of(message());
  }

  private String message() {
    return run.message().isEmpty()
        ? metric.map(Analysis.Metric::message).orElse("")
        : run.message();
  }

  private static Optional<Words> measured(Analysis.Metric metric) {
    if (metric.measurements().isEmpty() || metric.condition().isEmpty()) {
      return Optional.empty();
    }
    return metric.measurements().getLast().value().stream()
        .mapToObj(value -> Words.of("setback.measured", Figures.brief(value), metric.condition()))
        .findFirst();
  }

  private static Optional<Setback> of(Release release, Analysis run) {
    if (run.running()) {
      return failing(run).map(metric -> new Setback(run, Optional.of(metric), Kind.FAILING));
    } else if (run.failed() && !left(release, run)) {
      return Optional.of(new Setback(run, failing(run), Kind.FAILED));
    }
    boolean asks = release.progress().pauses().stream().anyMatch(PauseReason::inconclusive);
    return run.inconclusive() && asks && !left(release, run)
        ? Optional.of(new Setback(run, failing(run), Kind.INCONCLUSIVE))
        : Optional.empty();
  }

  private static Optional<Analysis.Metric> failing(Analysis run) {
    return run.metrics().stream().filter(Analysis.Metric::failing).findFirst();
  }

  /// Whether the engine began something else after that run was over, or asks no analysis any more.
  private static boolean left(Release release, Analysis run) {
    var over = run.ended().or(run::began);
    return release.progress().promoteFull()
        || over.filter(end -> later(release).anyMatch(end::isBefore)).isPresent();
  }

  private static Stream<Instant> later(Release release) {
    var pauses =
        release.progress().pauses().stream()
            .filter(pause -> !pause.inconclusive())
            .map(PauseReason::since);
    return Stream.concat(pauses, release.analyses().stream().flatMap(run -> run.began().stream()));
  }
}
