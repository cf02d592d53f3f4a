package dev.sluice.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sluice.gate.report.Flaw;
import dev.sluice.gate.report.ScanReport;
import dev.sluice.gate.report.Severity;
import dev.sluice.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads SARIF 2.1.0 (Static Analysis Results Interchange Format). How grave a result is follows
/// from its rule's `security-severity`, a CVSS score; without one from its level, of which `error`
/// leaves open how grave it is.
final class SarifReader {

  private record Document(@Nullable List<Run> runs) {}

  private record Run(
      @Nullable Tool tool,
      @Nullable List<Result> results,
      @Nullable List<Invocation> invocations,
      @Nullable Properties properties) {}

  private record Tool(@Nullable Driver driver, @Nullable List<Driver> extensions) {}

  private record Driver(@Nullable String name, @Nullable List<Rule> rules) {}

  private record Rule(
      @Nullable String id,
      @Nullable Configuration defaultConfiguration,
      @Nullable Properties properties) {}

  private record Configuration(@Nullable String level) {}

  private record Properties(
      @JsonProperty("security-severity") @Nullable String score,
      @Nullable List<String> repoDigests,
      @Nullable String imageDigest) {}

  private record Result(
      @Nullable String ruleId,
      @Nullable RuleRef rule,
      @Nullable String level,
      @Nullable String kind,
      @Nullable String baselineState,
      @Nullable List<Suppression> suppressions) {}

  private record RuleRef(@Nullable String id) {}

  private record Suppression(@Nullable String status, @Nullable String justification) {}

  private record Invocation(@Nullable Boolean executionSuccessful, @Nullable String endTimeUtc) {}

  private SarifReader() {}

  static ScanReport read(Origin origin, byte[] json) throws Unreadable {
    var runs = Wanted.list(Json.read(json, Document.class).runs());
    var flaws = new ArrayList<Flaw>();
    for (var run : runs) {
      flaws.addAll(flaws(run));
    }
    if (runs.isEmpty()) {
      throw new Unreadable(Words.of("report.scan.nothing", "SARIF"));
    }
    var digests =
        Digests.in(
            runs.stream()
                .flatMap(run -> Stream.ofNullable(run.properties()))
                .flatMap(SarifReader::named));
    return new ScanReport(
        origin.source(),
        origin.or(digests),
        made(runs).orElse(origin.modified()),
        scanner(runs.getFirst()),
        flaws);
  }

  private static Stream<String> named(Properties properties) {
    return Stream.concat(
        Wanted.list(properties.repoDigests()).stream(),
        Stream.ofNullable(properties.imageDigest()));
  }

  private static Optional<Instant> made(List<Run> runs) {
    return runs.stream()
        .flatMap(run -> Wanted.list(run.invocations()).stream())
        .flatMap(invocation -> Wanted.time(invocation.endTimeUtc()).stream())
        .min(Instant::compareTo);
  }

  private static String scanner(Run run) {
    var driver = run.tool() == null ? null : run.tool().driver();
    return driver == null ? "SARIF" : Wanted.text(driver.name());
  }

  /// Results that were never made are not the same as none.
  private static List<Flaw> flaws(Run run) throws Unreadable {
    boolean broke =
        Wanted.list(run.invocations()).stream()
            .anyMatch(invocation -> Boolean.FALSE.equals(invocation.executionSuccessful()));
    if (broke || run.results() == null) {
      throw new Unreadable(Words.of("report.scan.broke", scanner(run)));
    }
    var rules = rules(run);
    return Wanted.list(run.results()).stream()
        .filter(SarifReader::counts)
        .map(result -> flaw(result, rules))
        .toList();
  }

  private static Map<String, Rule> rules(Run run) {
    var rules = new HashMap<String, Rule>();
    if (run.tool() != null) {
      Stream.concat(
              Stream.ofNullable(run.tool().driver()), Wanted.list(run.tool().extensions()).stream())
          .flatMap(driver -> Wanted.list(driver.rules()).stream())
          .forEach(rule -> rules.putIfAbsent(Wanted.text(rule.id()), rule));
    }
    return rules;
  }

  private static boolean counts(Result result) {
    var kind = Wanted.text(result.kind());
    boolean answered =
        Wanted.list(result.suppressions()).stream()
            .anyMatch(suppression ->
                Set.of("", "accepted").contains(Wanted.text(suppression.status()))
                    && !Wanted.text(suppression.justification()).isBlank());
    boolean fails = kind.isEmpty() || kind.equals("fail") || kind.equals("open");
    return fails && !answered && !"absent".equals(result.baselineState());
  }

  private static Flaw flaw(Result result, Map<String, Rule> rules) {
    var ref = result.rule() == null ? null : result.rule().id();
    var id = Wanted.text(result.ruleId() == null ? ref : result.ruleId());
    return new Flaw(id, Set.of(id), severity(result, rules.get(id)), "", "");
  }

  private static Severity severity(Result result, @Nullable Rule rule) {
    var properties = rule == null ? null : rule.properties();
    var score = properties == null ? "" : Wanted.text(properties.score());
    if (score.matches("[0-9]{1,2}(\\.[0-9]{1,3})?")) {
      return Severity.scored(Double.parseDouble(score));
    }
    var usual = rule == null ? null : rule.defaultConfiguration();
    var level = result.level() == null && usual != null ? usual.level() : result.level();
    return switch (level == null ? "warning" : level) {
      case "warning" -> Severity.MEDIUM;
      case "note" -> Severity.LOW;
      case "none" -> Severity.NEGLIGIBLE;
      default -> Severity.UNKNOWN;
    };
  }
}
