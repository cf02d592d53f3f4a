package dev.sluice.gate;

import static dev.sluice.gate.Finding.Verdict.FAIL;
import static dev.sluice.gate.Finding.Verdict.PASS;
import static dev.sluice.gate.Finding.Verdict.UNDECIDED;
import static dev.sluice.release.Releases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gate.report.Flaw;
import dev.sluice.gate.report.Report;
import dev.sluice.gate.report.ScanReport;
import dev.sluice.gate.report.Severity;
import dev.sluice.gate.report.TestReport;
import dev.sluice.gate.report.VexReport;
import dev.sluice.gate.report.VexReport.State;
import dev.sluice.judge.slo.ErrorBudget;
import dev.sluice.release.Failure;
import dev.sluice.release.PodHealth;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The gates that go by reports, by the manifest and by the clock.
class ProvenGatesTest {

  private static final String MINE = "sha256:" + "a".repeat(64);
  private static final String OTHER = "sha256:" + "b".repeat(64);
  private static final Release PINNED =
      Releases.canary().images("b", "registry.example/shop:v2@" + MINE).build();
  private static final Release TAGGED = Releases.canary().build();
  private static final String OPENSSL = "pkg:deb/debian/openssl@3.0.11";

  @Test
  void testsOfThisBuildThatAllPassedOpenTheGate() {
    var finding = look(Gate.TESTS, PINNED, tests(MINE, 412, 0, 12));

    assertThat(finding.verdict()).isEqualTo(PASS);
    assertThat(Texts.of(finding.evidence())).isEqualTo("400 passed");
    assertThat(finding.asOf()).contains(NOON);
    assertThat(finding.change()).isEmpty();
  }

  @Test
  void oneFailedTestOfSeveralReportsShutsItAndIsNamed() {
    var finding =
        look(Gate.TESTS, PINNED, tests(MINE, 10, 0, 0), tests(MINE, 5, 1, 0), broken("x.xml"));

    assertThat(finding.verdict()).isEqualTo(FAIL);
    assertThat(Texts.of(finding.evidence())).isEqualTo("1 of 15 failed: CartTest.adds");
    assertThat(finding.change()).map(Texts::of).get().asString().contains("a build of which no");
  }

  @ParameterizedTest(name = "{0} run, {1} of them left out, at least 3 asked for: {2}")
  @CsvSource({"3, 0, PASS", "4, 1, PASS", "2, 0, UNDECIDED", "9, 9, UNDECIDED"})
  void testsThatWereLeftOutProveNothing(int run, int skipped, Finding.Verdict verdict) {
    assertThat(look(Gate.TESTS, PINNED, tests(MINE, run, 0, skipped)).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"TESTS", "VULNERABILITIES"})
  void evidenceAboutAnotherBuildIsRefusedAndSaysWhichOneIsMissing(Gate gate) {
    var finding = look(gate, PINNED, tests(OTHER, 9, 0, 0), scan(OTHER, NOON));

    assertThat(finding.verdict()).isEqualTo(UNDECIDED);
    assertThat(Texts.of(finding.evidence())).endsWith("is about another build, sha256:bbbbbbbb");
    assertThat(finding.change()).map(Texts::of).get().asString().contains("about sha256:aaaaaaaa");
  }

  @ParameterizedTest
  @CsvSource({"TESTS", "VULNERABILITIES"})
  void evidenceThatNamesNoBuildIsRefused(Gate gate) {
    var unbound =
        List.of(
            new TestReport("t.xml", Set.of(), NOON, 3, 0, 0, List.of()),
            new ScanReport("s.json", Set.of(), NOON, "Trivy", List.of()));

    var finding = look(gate, PINNED, unbound.toArray(Report[]::new));

    assertThat(finding.verdict()).isEqualTo(UNDECIDED);
    assertThat(Texts.of(finding.evidence())).endsWith("does not say which build it is about");
  }

  @ParameterizedTest
  @CsvSource({"TESTS", "VULNERABILITIES"})
  void noReportIsNoPassAndNoImageDigestIsNone(Gate gate) {
    assertThat(look(gate, PINNED).verdict()).isEqualTo(UNDECIDED);
    var tagged = look(gate, TAGGED, tests(MINE, 3, 0, 0), scan(MINE, NOON));
    assertThat(tagged.verdict()).isEqualTo(UNDECIDED);
    assertThat(Texts.of(tagged.evidence())).isEqualTo("the image has no digest");
  }

  @ParameterizedTest
  @CsvSource({"TESTS", "VULNERABILITIES"})
  void aReportThatCannotBeReadMayHaveHeldAnything(Gate gate) {
    var finding = look(gate, PINNED, tests(MINE, 3, 0, 0), scan(MINE, NOON), broken("broken.json"));

    assertThat(finding.verdict()).isEqualTo(UNDECIDED);
    assertThat(Texts.of(finding.evidence())).startsWith("broken.json, line 7, column 3:");
  }

  @ParameterizedTest(name = "{0} against {1}: {2}")
  @CsvSource({
    "CRITICAL, CRITICAL, FAIL",
    "HIGH, CRITICAL, PASS",
    "HIGH, HIGH, FAIL",
    "LOW, MEDIUM, PASS",
    "UNKNOWN, CRITICAL, UNDECIDED",
  })
  void whatIsAsGraveAsThePolicySaysShutsTheGate(
      Severity found, Severity bar, Finding.Verdict verdict) {
    var report = scan(MINE, NOON, flaw("CVE-1", found));
    assertThat(new Case().from(bar).look(Gate.VULNERABILITIES, PINNED, report).verdict())
        .isEqualTo(verdict);
  }

  @ParameterizedTest(name = "scanned {0} h ago: {1}")
  @CsvSource({"168, PASS", "169, UNDECIDED"})
  void goodNewsOfAScanAge(int hours, Finding.Verdict verdict) {
    var report = scan(MINE, NOON.minus(Duration.ofHours(hours)));
    assertThat(look(Gate.VULNERABILITIES, PINNED, report).verdict()).isEqualTo(verdict);
  }

  @Test
  void theNewestWordOfAScannerCountsAndNoneSpeaksForAnother() {
    var before = scan(MINE, NOON.minusSeconds(60), flaw("CVE-1", Severity.CRITICAL));
    assertThat(look(Gate.VULNERABILITIES, PINNED, before, scan(MINE, NOON)).verdict())
        .isEqualTo(PASS);
    var other = new ScanReport("g.json", Set.of(MINE), NOON, "Grype", List.of());
    assertThat(look(Gate.VULNERABILITIES, PINNED, before, other).verdict()).isEqualTo(FAIL);
  }

  @Test
  void everyImageNeedsItsOwnScan() {
    var two = Releases.canary().images("b", "shop@" + MINE, "proxy@" + OTHER).build();

    assertThat(look(Gate.VULNERABILITIES, two, scan(MINE, NOON)).verdict()).isEqualTo(UNDECIDED);
    assertThat(look(Gate.VULNERABILITIES, two, scan(MINE, NOON), scan(OTHER, NOON)).verdict())
        .isEqualTo(PASS);
  }

  @ParameterizedTest(name = "{0}, because «{1}», of «{2}», about {3}: {4}")
  @CsvSource({
    "NOT_AFFECTED, code_not_reachable, '', a, PASS",
    "NOT_AFFECTED, '', '', a, FAIL",
    "RESOLVED, '', '', a, PASS",
    "FALSE_POSITIVE, '', pkg:deb/debian/openssl@3.0.11, a, PASS",
    "FALSE_POSITIVE, '', pkg:deb/debian/zlib@1.3, a, FAIL",
    "EXPLOITABLE, '', '', a, FAIL",
    "IN_TRIAGE, '', '', a, FAIL",
    "NOT_AFFECTED, code_not_reachable, '', b, FAIL",
  })
  void aStatementAnswersForAVulnerabilityOfItsOwnBuildWithAReason(
      State state, String reason, String component, String build, Finding.Verdict verdict) {
    var components = component.isEmpty() ? Set.<String>of() : Set.of(component);
    var statement = new VexReport.Statement("CVE-1", components, state, reason);
    var vex =
        new VexReport("v.json", Set.of("sha256:" + build.repeat(64)), NOON, List.of(statement));

    var report = scan(MINE, NOON, flaw("CVE-1", Severity.CRITICAL));

    assertThat(look(Gate.VULNERABILITIES, PINNED, report, vex).verdict()).isEqualTo(verdict);
  }

  @Test
  void whoeverCallsItExploitableIsBelievedFirst() {
    var vex =
        new VexReport(
            "v.json",
            Set.of(MINE),
            NOON,
            List.of(
                new VexReport.Statement("CVE-1", Set.of(), State.FALSE_POSITIVE, ""),
                new VexReport.Statement("CVE-1", Set.of(), State.EXPLOITABLE, "")));
    var report = scan(MINE, NOON, flaw("CVE-1", Severity.CRITICAL));

    assertThat(look(Gate.VULNERABILITIES, PINNED, report, vex).verdict()).isEqualTo(FAIL);
  }

  @Test
  void anImageIsPinnedByItsDigestAlone() {
    assertThat(look(Gate.IMAGE, PINNED).verdict()).isEqualTo(PASS);
    assertThat(look(Gate.IMAGE, TAGGED).verdict()).isEqualTo(FAIL);
    assertThat(look(Gate.IMAGE, Releases.canary().without("b").build()).verdict())
        .isEqualTo(UNDECIDED);
    var one = Releases.canary().images("b", "shop@" + MINE, "proxy:v1").build();
    assertThat(Texts.of(look(Gate.IMAGE, one).evidence())).isEqualTo("v1 is a tag only");
  }

  @Test
  void aTagThatHasMovedIsTold() {
    var moved =
        new PodHealth(
            2, 2, 0, Optional.empty(), Optional.empty(), Optional.of("main"), Optional.empty());
    var finding =
        look(Gate.IMAGE, Releases.canary().images("b", "shop@" + MINE).pods("b", moved).build());
    assertThat(finding.verdict()).isEqualTo(FAIL);
    assertThat(Texts.of(finding.evidence())).startsWith("the tag of main has moved");
  }

  @ParameterizedTest(name = "paused {0} s ago by a clock {1} s ahead: {2}")
  @CsvSource({"1800, 0, PASS", "1799, 0, UNDECIDED", "1799, 1, PASS", "-5, 0, UNDECIDED"})
  void aStageSoaksAsLongAsThePolicyAsks(int seconds, int ahead, Finding.Verdict verdict) {
    var release = Releases.canary().pausedSince(NOON.minusSeconds(seconds)).build();
    var finding = new Case().ahead(ahead).look(Gate.SOAK, release);
    assertThat(finding.verdict()).isEqualTo(verdict);
  }

  @Test
  void aStageThatHasNotBegunToSoakIsNotSoaked() {
    var finding = look(Gate.SOAK, Releases.canary().build());
    assertThat(finding.verdict()).isEqualTo(UNDECIDED);
    assertThat(Texts.of(finding.evidence())).isEqualTo("not begun");
  }

  @Test
  void aFreezeSaysWhyAndWhenItEnds() {
    assertThat(look(Gate.FREEZE, PINNED).verdict()).isEqualTo(PASS);
    var frozen = new Case().frozen("Black Friday", NOON.plusSeconds(7200));

    var finding = frozen.look(Gate.FREEZE, PINNED);

    assertThat(finding.verdict()).isEqualTo(FAIL);
    assertThat(Texts.of(finding.evidence())).isEqualTo("frozen: Black Friday");
    assertThat(finding.change()).map(Texts::of).contains("passes in 2 h");
  }

  @ParameterizedTest(name = "{0} of the budget left: {1}")
  @CsvSource({"1, PASS", "0.1, PASS", "0.09, FAIL", "-0.5, FAIL", "NaN, FAIL"})
  void aTenthOfTheErrorBudgetMustBeLeft(double left, Finding.Verdict verdict) {
    assertThat(budget(Optional.of(new ErrorBudget(left, 0, Optional.empty()))).verdict())
        .isEqualTo(verdict);
  }

  @Test
  void aBudgetSaysOverWhatItWasCountedWhereThatIsNotTheWholeWindow() {
    var part = new ErrorBudget(0.685, 0, Optional.of(Duration.ofSeconds(3_930)));
    assertThat(Texts.of(budget(Optional.of(part)).evidence()).replace('\u00a0', ' '))
        .isEqualTo("68.5 % left of 1:05 h, which is all that Prometheus holds");
  }

  @Test
  void aBudgetOfWhichNothingIsKnownMayBeUsedUp() {
    assertThat(budget(Optional.empty()).verdict()).isEqualTo(UNDECIDED);
  }

  private static Finding budget(Optional<ErrorBudget> left) {
    var usual = UsualDemands.of(Limits.DEFAULT);
    var demands =
        new Demands(
            EnumSet.of(Gate.BUDGET),
            usual.limits(),
            usual.soak(),
            1,
            usual.vulnerableFrom(),
            usual.scannedWithin(),
            usual.reviewedWithin(),
            0.1,
            Optional.empty());
    var proof = Proofs.of(Optional.empty(), List.of(), List.of(), left);
    return new Gates(demands, Duration.ZERO).look(PINNED, proof, NOON).getFirst();
  }

  private static Finding look(Gate gate, Release release, Report... reports) {
    return new Case().look(gate, release, reports);
  }

  private static Report broken(String source) {
    return new TestReport(source, Set.of(), Instant.EPOCH, -1, 0, 0, List.of());
  }

  private static Flaw flaw(String id, Severity severity) {
    return new Flaw(id, Set.of(id), severity, OPENSSL, "");
  }

  private static TestReport tests(String digest, int run, int failed, int skipped) {
    var names = failed > 0 ? List.of("CartTest.adds") : List.<String>of();
    return new TestReport("t.xml", Set.of(digest), NOON, run, failed, skipped, names);
  }

  private static ScanReport scan(String digest, Instant made, Flaw... flaws) {
    return new ScanReport("s.json", Set.of(digest), made, "Trivy", List.of(flaws));
  }

  /// What is asked for, and one look.
  private static final class Case {
    private Severity bar = Severity.CRITICAL;
    private int ahead;
    private Optional<Demands.Frozen> freeze = Optional.empty();

    Case from(Severity next) {
      bar = next;
      return this;
    }

    Case ahead(int seconds) {
      ahead = seconds;
      return this;
    }

    Case frozen(String reason, Instant until) {
      freeze = Optional.of(new Demands.Frozen(reason, until));
      return this;
    }

    Finding look(Gate gate, Release release, Report... reports) {
      var demands =
          new Demands(
              EnumSet.of(gate),
              Limits.DEFAULT,
              Duration.ofMinutes(30),
              3,
              bar,
              Duration.ofDays(7),
              Duration.ofMinutes(30),
              0.1,
              freeze);
      var found = Arrays.stream(reports).map(Case::read).toList();
      var proof = Proofs.of(Optional.empty(), found, List.of());
      return new Gates(demands, Duration.ofSeconds(ahead)).look(release, proof, NOON).getFirst();
    }

    private static Result<Report> read(Report report) {
      return report instanceof TestReport tests && tests.run() < 0
          ? Result.failed(new Failure.BadInput(report.source(), 7, 3, Words.of("report.format")))
          : Result.ok(report);
    }
  }
}
