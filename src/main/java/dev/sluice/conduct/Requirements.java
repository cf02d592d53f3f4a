package dev.sluice.conduct;

import dev.sluice.gate.Demands;
import dev.sluice.gate.Demands.Frozen;
import dev.sluice.gate.Gate;
import dev.sluice.gate.Limits;
import dev.sluice.gate.report.Severity;
import dev.sluice.policy.Freeze;
import dev.sluice.policy.Origin;
import dev.sluice.policy.PlannedStage;
import dev.sluice.policy.Policy;
import dev.sluice.policy.Term;
import dev.sluice.policy.Terms;
import dev.sluice.release.Release;
import dev.sluice.release.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a policy asks of a release at the stage it stands at.
///
/// @param usual what applies where the policy says nothing: the user's own settings of a context
public record Requirements(Policy policy, Limits usual) {

  private static final Map<Gate, Term<Boolean>> GATES =
      Map.of(
          Gate.ERROR_RATE, Terms.ERROR_RATE,
          Gate.LATENCY_P99, Terms.LATENCY,
          Gate.FRESH_DATA, Terms.FRESH_DATA,
          Gate.REPLICAS_READY, Terms.REPLICAS,
          Gate.SOAK, Terms.SOAK,
          Gate.TESTS, Terms.TESTS,
          Gate.VULNERABILITIES, Terms.VULNERABILITIES,
          Gate.IMAGE, Terms.IMAGE,
          Gate.REVIEW, Terms.REVIEW,
          Gate.BUDGET, Terms.BUDGET);

  /// What is asked of that release.
  ///
  /// @param now when freezes are looked up
  public Demands at(Release release, Instant now) {
    return new Demands(
        release.updating() ? gates() : measured(),
        limits(),
        soak(release),
        policy.get(Terms.TESTS_AT_LEAST),
        Severity.of(policy.get(Terms.VULNERABLE_FROM)),
        policy.get(Terms.SCAN_WITHIN),
        policy.get(Terms.REVIEW_WITHIN),
        policy.get(Terms.BUDGET_AT_LEAST),
        freeze(now));
  }

  /// What the canary is held to.
  public Limits limits() {
    return new Limits(
        said(Terms.ERROR_RATE_AT_MOST, usual.errorRate()),
        said(Terms.LATENCY_AT_MOST, usual.latencyP99()),
        usual.saturation(),
        said(Terms.FRESH_WITHIN, usual.freshness()));
  }

  private <T> T said(Term<T> term, T otherwise) {
    return policy.origin(term) instanceof Origin.BuiltIn ? otherwise : policy.get(term);
  }

  private Set<Gate> gates() {
    Set<Gate> asked = EnumSet.noneOf(Gate.class);
    GATES.forEach((gate, term) -> {
      if (policy.get(term)) {
        asked.add(gate);
      }
    });
    if (freezes().findAny().isPresent()) {
      asked.add(Gate.FREEZE);
    }
    if (!policy.broken().isEmpty()) {
      asked.add(Gate.POLICY);
    }
    return asked;
  }

  /// Of what is asked for, that which can still turn after the last promotion.
  private Set<Gate> measured() {
    var asked = gates();
    asked.retainAll(
        EnumSet.of(
            Gate.ERROR_RATE, Gate.LATENCY_P99, Gate.FRESH_DATA, Gate.REPLICAS_READY, Gate.BUDGET));
    return asked;
  }

  /// Of the stage with that weight, else of the last one before it.
  private Duration soak(Release release) {
    return switch (release.traffic()) {
      case Traffic.Weighted(int asked, _) ->
          policy.get(Terms.STAGES).stream()
              .filter(stage -> stage.weight() <= asked)
              .max(Comparator.comparingInt(PlannedStage::weight))
              .map(PlannedStage::soak)
              .orElse(Duration.ZERO);
      case Traffic.Switched _ -> Duration.ZERO;
    };
  }

  private Stream<Freeze> freezes() {
    return Stream.<Freeze>concat(
        policy.get(Terms.FREEZES).stream(), policy.get(Terms.WEEKLY_FREEZES).stream());
  }

  /// The one that lasts longest.
  private Optional<Frozen> freeze(Instant now) {
    return freezes()
        .flatMap(freeze -> freeze.until(now).map(end -> new Frozen(freeze.reason(), end)).stream())
        .max(Comparator.comparing(Frozen::until));
  }
}
