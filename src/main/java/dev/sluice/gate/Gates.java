package dev.sluice.gate;

import dev.sluice.judge.Readings;
import dev.sluice.judge.Signal;
import dev.sluice.judge.slo.ErrorBudget;
import dev.sluice.release.Release;
import dev.sluice.text.Figures;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks through every gate that a release under way is asked for.
public final class Gates {

  private final Demands demands;
  private final Duration clusterAhead;

  /// @param clusterAhead how far the cluster's clock, which dates a release's pauses and its
  ///   Events, is ahead of the readings' one
  public Gates(Demands demands, Duration clusterAhead) {
    this.demands = demands;
    this.clusterAhead = clusterAhead;
  }

  /// A finding for each gate that is asked for, in the order of [Gate].
  ///
  /// @param now on the clock of the readings' times
  public List<Finding> look(Release release, Proof proof, Instant now) {
    var times = new Times(now, clusterAhead);
    var seen = proof.readings().orElse(new Readings(now, now, Map.of(), List.of()));
    var measures = new Measures(release, demands.limits(), seen, times, proof.unmeasured());
    return Arrays.stream(Gate.values())
        .filter(demands.gates()::contains)
        .map(gate -> look(gate, release, proof, measures, times))
        .toList();
  }

  private Finding look(Gate gate, Release release, Proof proof, Measures measures, Times times) {
    var standings = new Standings(release, demands, times);
    var judged = new JudgedLimits(release, proof.judgement(), demands.limits(), times);
    return switch (gate) {
      case ERROR_RATE -> judged.over(measures.errorRate(), Signal.ERROR_RATE);
      case LATENCY_P99 -> judged.over(measures.latency(), Signal.LATENCY_P99);
      case FRESH_DATA -> measures.fresh();
      case REPLICAS_READY -> standings.replicas(measures.hidden());
      case SOAK -> standings.soak(told(judged, measures));
      case TESTS -> tests(release, proof);
      case VULNERABILITIES -> vulnerabilities(release, proof, times);
      case IMAGE -> standings.image();
      case REVIEW ->
          new Signatures(release, proof.reviews(), demands.reviewedWithin(), times)
              .finding(measures, List.of(measures.errorRate(), measures.latency()));
      case BUDGET -> budget(proof);
      case FREEZE -> standings.freeze();
      case POLICY -> Standings.brokenPolicy();
    };
  }

  /// Up to when what lets the canary pass tells of it; empty where nothing measured does.
  private Optional<Instant> told(JudgedLimits judged, Measures measures) {
    return Stream.of(
            judged.over(measures.errorRate(), Signal.ERROR_RATE),
            judged.over(measures.latency(), Signal.LATENCY_P99))
        .filter(finding -> demands.gates().contains(finding.gate()))
        .filter(finding -> finding.verdict() == Finding.Verdict.PASS)
        .flatMap(finding -> finding.asOf().stream())
        .min(Comparator.naturalOrder());
  }

  /// A budget of which nothing is known may be used up.
  private Finding budget(Proof proof) {
    var threshold = Words.of("gate.threshold.budget", Figures.percent(demands.budgetAtLeast()));
    if (proof.budget().isEmpty()) {
      return Finding.open(
          Gate.BUDGET,
          Words.of("gate.nodata"),
          threshold,
          Optional.empty(),
          Words.of("gate.change.budget.known"));
    }
    double left = proof.budget().get().left();
    var evidence = left(proof.budget().get());
    return left >= demands.budgetAtLeast()
        ? Finding.pass(Gate.BUDGET, evidence, threshold, Optional.empty())
        : Finding.fail(
            Gate.BUDGET, evidence, threshold, Optional.empty(), Words.of("gate.change.budget"));
  }

  private static Words left(ErrorBudget budget) {
    String share = Figures.percent(Math.max(0, budget.left()));
    return budget
        .part()
        .map(part -> Words.of("gate.budget.part", share, part.truncatedTo(ChronoUnit.MINUTES)))
        .orElseGet(() -> Words.of("gate.budget", share));
  }

  private Finding tests(Release release, Proof proof) {
    var threshold = Words.of("gate.threshold.tests", demands.testsAtLeast());
    var reported = new Reported(Gate.TESTS, threshold, release, proof.reports());
    return new Testing(reported, demands.testsAtLeast()).finding();
  }

  private Finding vulnerabilities(Release release, Proof proof, Times times) {
    var severity = Words.of("severity." + demands.vulnerableFrom());
    var threshold = Words.of("gate.threshold.scan", severity, demands.scannedWithin());
    var reported = new Reported(Gate.VULNERABILITIES, threshold, release, proof.reports());
    return new Scanning(reported, demands, times).finding();
  }
}
