package dev.sluice.metrics;

import dev.sluice.judge.Signal;
import dev.sluice.metrics.query.MetricQueries.Pair;
import dev.sluice.metrics.query.Preset;
import dev.sluice.metrics.query.Template;
import dev.sluice.policy.Origin;
import dev.sluice.policy.Policy;
import dev.sluice.policy.Term;
import dev.sluice.policy.Terms;
import dev.sluice.policy.form.Place;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// How a release is measured where its policy says so. What the policy names takes the place of the
/// user's own settings, so that everybody goes by the same figures; where the server is stays the
/// user's.
record ByPolicy(MetricsConfig own, Policy policy) {

  /// A failure where a query is none, or has no counterpart for the other revision.
  Result<MetricsConfig> config() {
    var preset = policy.find(Terms.PRESET).flatMap(Preset::of);
    return queries()
        .map(queries ->
            new MetricsConfig(
                own.server(),
                preset.map(Preset::queries).orElse(own.queries()).with(queries),
                preset.or(own::counters).flatMap(one -> one.countersBeside(queries)),
                sampling(),
                own.limits()));
  }

  private Sampling sampling() {
    Optional<Duration> interval = policy.find(Terms.SCRAPE_INTERVAL);
    var usual = interval.map(Sampling::every).orElse(own.sampling());
    return new Sampling(usual.interval(), policy.find(Terms.WINDOW).orElse(usual.window()));
  }

  private Result<Map<Signal, Pair>> queries() {
    Result<Map<Signal, Pair>> all = Result.ok(Map.of());
    for (var asked : Terms.QUERIES.entrySet()) {
      all = all.then(some -> pair(asked.getValue()).map(pair -> with(some, asked.getKey(), pair)));
    }
    return all;
  }

  private static Map<Signal, Pair> with(
      Map<Signal, Pair> some, Signal signal, Optional<Pair> pair) {
    Map<Signal, Pair> more = new EnumMap<>(Signal.class);
    more.putAll(some);
    pair.ifPresent(one -> more.put(signal, one));
    return more;
  }

  private Result<Optional<Pair>> pair(Terms.Pair asked) {
    var canary = policy.find(asked.canary());
    var stable = policy.find(asked.stable());
    if (canary.isEmpty() && stable.isEmpty()) {
      return Result.ok(Optional.empty());
    }
    if (canary.isEmpty() || stable.isEmpty()) {
      var one = canary.isPresent() ? asked.canary() : asked.stable();
      return Result.failed(mistake(one, Words.of("metrics.config.pair")));
    }
    return template(asked.canary(), canary.get())
        .then(ours ->
            template(asked.stable(), stable.get())
                .map(theirs -> Optional.of(new Pair(ours, theirs))));
  }

  private Result<Template> template(Term<String> term, String text) {
    return switch (Template.parse("", text)) {
      case Result.Ok<Template> read -> read;
      case Result.Failed<Template>(Failure.BadInput(_, int line, int column, var problem)) ->
          Result.failed(mistake(term, Words.of("metrics.config.query", line, column, problem)));
      case Result.Failed<Template> failed -> failed;
    };
  }

  private Failure mistake(Term<String> term, Words problem) {
    var words = Words.of("metrics.policy", term.path(), problem);
    var source =
        switch (policy.origin(term)) {
          case Origin.BuiltIn _ -> term.path();
          case Origin.Namespace(var said, _) -> said;
          case Origin.Service(var said, _) -> said;
        };
    var place = policy.place(term).orElse(new Place(0, 0));
    return new Failure.BadInput(source, place.line(), place.column(), words);
  }
}
