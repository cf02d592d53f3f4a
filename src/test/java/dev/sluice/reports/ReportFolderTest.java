package dev.sluice.reports;

import static dev.sluice.reports.Fixtures.DIGEST;
import static dev.sluice.reports.Fixtures.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gate.report.Flaw;
import dev.sluice.gate.report.Report;
import dev.sluice.gate.report.ScanReport;
import dev.sluice.gate.report.Severity;
import dev.sluice.gate.report.TestReport;
import dev.sluice.gate.report.VexReport;
import dev.sluice.gate.report.VexReport.State;
import dev.sluice.release.Failure;
import dev.sluice.release.Image;
import dev.sluice.release.Result;
import dev.sluice.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFolderTest {

  private static final Image IMAGE = new Image("main", "registry.example/shop:v2@" + DIGEST);
  private static final String LOLS =
      """
      <?xml version="1.0"?>
      <!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>
      <testsuite name="&lol2;"/>
      """;

  @TempDir private Path root;

  @Test
  void jUnitTestsAreCountedOneByOne() throws IOException {
    var report = (TestReport) only("junit.xml", Fixtures.JUNIT);

    assertThat(report.digests()).containsExactly(DIGEST);
    assertThat(report.run()).isEqualTo(5);
    assertThat(report.failed()).isEqualTo(2);
    assertThat(report.skipped()).isEqualTo(1);
    assertThat(report.failures()).containsExactly("CartTest.removes", "CartTest.pays");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8, false",
    "UTF-8, UTF-8, true",
    "UTF-16LE, UTF-16, true",
    "UTF-16BE, UTF-16, true",
    "UTF-16LE, UTF-16, false",
    "ISO-8859-1, ISO-8859-1, false",
    "windows-1252, windows-1252, false"
  })
  void aJUnitReportIsReadInTheEncodingThatItSaysOfItself(
      String charset, String declared, boolean marked) throws IOException {
    var xml =
        "<?xml version=\"1.0\" encoding=\"DECLARED\"?><testsuite><testcase name=\"für\"><failure/>"
            + "</testcase></testsuite>";
    var text = (marked ? "\uFEFF" : "") + xml.replace("DECLARED", declared);
    Files.write(root.resolve("a.xml"), text.getBytes(Charset.forName(charset)));
    assertThat(((TestReport) reports(".").getFirst()).failures()).containsExactly("für");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<testsuite>¶ <testcase name='für'/></testsuite> | line 2, column 19: the bytes from"
            + " here on are no UTF-8",
        "<?xml version='1.0' encoding='EBCDIC-X'?><testsuite/> | line 1, column 31: there is no"
            + " encoding “EBCDIC-X” here"
      })
  void bytesThatAreNoTextAreSaidOnceAndWhereTheyAre(String xml, String said) throws IOException {
    var text = xml.replace('¶', '\n');
    Files.write(root.resolve("a.xml"), text.getBytes(StandardCharsets.ISO_8859_1));
    var console = System.err;
    var heard = new ByteArrayOutputStream();
    System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
    try {
      assertThat(Texts.of(failure().words())).startsWith("a.xml, " + said);
    } finally {
      System.setErr(console);
    }
    assertThat(heard.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aSuiteThatSaysMoreFailedThanItListsIsBelievedThroughAllItsLevels() throws IOException {
    var nested =
        """
        <testsuites><testsuite name="all"><testsuite failures="2" errors="1">
        <testcase name="a"><failure/></testcase></testsuite>
        <testsuite><testcase name="b"><error/></testcase></testsuite></testsuite></testsuites>
        """;
    assertThat(((TestReport) only("junit.xml", nested)).failed()).isEqualTo(4);
  }

  @Test
  void trivyFindingsComeWithSeverityComponentAndFix() throws IOException {
    var report = (ScanReport) only("trivy.json", Fixtures.TRIVY);

    assertThat(report.digests()).containsExactly(DIGEST);
    assertThat(report.made()).isEqualTo("2026-01-02T10:30:00.123456789Z");
    assertThat(report.flaws())
        .containsExactly(
            new Flaw(
                "CVE-2023-5363",
                Set.of("CVE-2023-5363", "DSA-5532-1"),
                Severity.CRITICAL,
                "pkg:deb/debian/openssl@3.0.11-1",
                "3.0.11-1~deb12u2"),
            new Flaw("CVE-2011-3374", Set.of("CVE-2011-3374"), Severity.LOW, "apt@2.6.1", ""));
  }

  @Test
  void grypeFindingsGoByAllTheirNames() throws IOException {
    var report = (ScanReport) only("grype.json", Fixtures.GRYPE);

    assertThat(report.digests()).containsExactly(DIGEST);
    assertThat(report.made()).isEqualTo("2026-01-02T10:31:00Z");
    assertThat(report.flaws().getFirst().ids())
        .containsExactlyInAnyOrder("GHSA-cfh5-3ghh-wfjx", "CVE-2021-44228");
    assertThat(report.flaws())
        .extracting(Flaw::severity)
        .containsExactly(Severity.HIGH, Severity.NEGLIGIBLE);
  }

  @Test
  void sarifResultsCountUnlessTheyAreSuppressedWithAReason() throws IOException {
    var report = (ScanReport) only("scan.sarif", Fixtures.SARIF);

    assertThat(report.scanner()).isEqualTo("Trivy");
    assertThat(report.digests()).containsExactly(DIGEST);
    assertThat(report.made()).isEqualTo("2026-01-02T10:00:00Z");
    assertThat(report.flaws())
        .extracting(flaw -> flaw.id() + " " + flaw.severity())
        .containsExactly(
            "CVE-2023-5363 CRITICAL",
            "CVE-2024-0001 HIGH",
            "java/xss UNKNOWN",
            "java/todo LOW",
            "unlisted MEDIUM");
  }

  @Test
  void vexStatementsNeedAJustificationThatCycloneDxKnows() throws IOException {
    var report = (VexReport) only("vex.json", Fixtures.VEX);

    assertThat(report.digests()).containsExactly(DIGEST);
    var openssl = Set.of("pkg:deb/debian/openssl@3.0.11-1");
    assertThat(report.statements())
        .containsExactly(
            new VexReport.Statement(
                "CVE-2023-5363", openssl, State.NOT_AFFECTED, "code_not_reachable"),
            new VexReport.Statement("CVE-1", Set.of(), State.NOT_AFFECTED, ""),
            new VexReport.Statement("CVE-2", openssl, State.EXPLOITABLE, ""),
            new VexReport.Statement("CVE-3", Set.of(), State.RESOLVED, ""));
  }

  @Test
  void aStatementAnswersForWhatTrivyFoundOfThatComponent() throws IOException {
    var vex = (VexReport) only("vex.json", Fixtures.VEX);
    var scan = (ScanReport) only("trivy.json", Fixtures.TRIVY);
    assertThat(scan.flaws()).extracting(vex::excuses).containsExactly(true, false);
  }

  @Test
  void theFolderNamesTheBuildWhereTheReportDoesNot() throws IOException {
    write(OTHER.replace(':', '-') + "/junit.xml", "<testsuite><testcase name='a'/></testsuite>");
    write(OTHER.replace(':', '-') + "/named.xml", Fixtures.JUNIT);

    assertThat(reports(""))
        .extracting(Report::digests)
        .containsExactly(Set.of(OTHER), Set.of(DIGEST));
  }

  @Test
  void placesAreFilledWithTheBuildThatIsAskedFor() throws IOException {
    write("shop/" + DIGEST.replace(':', '-') + "/v2/junit.xml", Fixtures.JUNIT);
    write("shop/other/junit.xml", Fixtures.JUNIT);

    var all = new ReportFolder(root).read(List.of("shop/{digest}/{version}"), IMAGE);

    assertThat(all).hasSize(1);
    assertThat(new ReportFolder(root).read(List.of("shop/missing"), IMAGE)).isEmpty();
    assertThat(new ReportFolder(root.resolve("none")).read(List.of("shop"), IMAGE)).isEmpty();
  }

  @Test
  void aReportWithoutATimeIsAsOldAsItsFile() throws IOException {
    var file = write("junit.xml", Fixtures.JUNIT);
    var then = Instant.parse("2026-01-01T00:00:00Z");
    Files.setLastModifiedTime(file, FileTime.from(then));
    assertThat(reports("").getFirst().made()).isEqualTo(then);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret.xml", "a/../../secret.xml", "/etc/hostname", "link", "link/x"})
  void nothingOutsideOfTheFolderIsRead(String place) throws IOException {
    var outside = Files.createDirectories(root.resolve("outside"));
    Files.writeString(outside.resolve("x.xml"), Fixtures.JUNIT);
    Files.writeString(root.resolve("secret.xml"), Fixtures.JUNIT);
    var inside = Files.createDirectories(root.resolve("inside"));
    Files.createSymbolicLink(inside.resolve("link"), outside);
    assertThat(new ReportFolder(inside).read(List.of(place), IMAGE))
        .noneMatch(Result.Ok.class::isInstance);
    assertThat(new ReportFolder(inside).read(List.of("."), IMAGE)).isEmpty();
  }

  @ParameterizedTest(name = "{1} in line {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a.xml | <testsuite>\\n<testcase></testsuite> | 2 | not XML",
        "a.xml | <project/> | 1 | not project",
        "a.xml | <testsuite>&other;</testsuite> | 1 | entity",
        "a.json | {\\n\"runs\": [,]} | 2 | not JSON",
        "a.json | [] | 1 | begins with an object",
        "a.json | {\"matches\": 3} | 1 | matches",
        "a.json | {\"matches\": [],\\n\"matches\": []} | 2 | Duplicate",
        "a.json | {\"hello\": 1} | 0 | no report",
        "a.json | {\"SchemaVersion\": 2} | 0 | looked at nothing",
        "a.json | {\"runs\": [{\"tool\": {}}]} | 0 | did not finish",
        "a.json | {\"bomFormat\": \"CycloneDX\"} | 0 | states nothing",
      })
  void badInputIsToldWithItsPlace(String name, String text, int line, String words)
      throws IOException {
    write(name, text.replace("\\n", "\n"));
    var failure = failure();
    assertThat(failure.source()).isEqualTo(name);
    assertThat(failure.line()).isEqualTo(line);
    assertThat(Texts.of(failure.words())).contains(words);
  }

  @Test
  void documentTypesAndSoEntitiesAreRefused() throws IOException {
    write("lol.xml", LOLS);
    assertThat(Texts.of(failure().words())).contains("a document type is not read");
    var secret = Files.writeString(root.resolve("secret.txt"), "hunter2");
    write(
        "lol.xml",
        "<!DOCTYPE t [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><testsuite>&x;</testsuite>");
    assertThat(Texts.of(failure().words())).doesNotContain("hunter2");
  }

  @Test
  void depthIsBounded() throws IOException {
    write("deep.xml", "<testsuite>".repeat(5000));
    assertThat(Texts.of(failure().words())).contains("nested more than 60");
    Files.delete(root.resolve("deep.xml"));
    write("deep.json", "{\"runs\":" + "[".repeat(5000));
    assertThat(Texts.of(failure().words())).contains("not JSON");
  }

  @Test
  void sizeIsBounded() throws IOException {
    write("large.json", " ".repeat(33 << 20));
    assertThat(Texts.of(failure().words())).contains("larger than 32 MB");
  }

  @Test
  void oneBrokenFileDoesNotHideTheOthers() throws IOException {
    write("a.json", "{");
    write("b.xml", Fixtures.JUNIT);
    write("readme.txt", "not a report");
    var all = new ReportFolder(root).read(List.of("."), IMAGE);
    assertThat(all).hasSize(2);
    assertThat(all.getLast()).isInstanceOf(Result.Ok.class);
  }

  private Path write(String name, String text) throws IOException {
    var file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Report only(String name, String text) throws IOException {
    write(name, text);
    return new ReportFolder(root)
        .read(List.of(name), IMAGE)
        .getFirst()
        .orElse(why -> {
          throw new AssertionError(Texts.of(why.words()));
        });
  }

  private List<Report> reports(String place) {
    return new ReportFolder(root)
        .read(List.of(place), IMAGE).stream()
            .map(result ->
                result.orElse(why -> {
                  throw new AssertionError(Texts.of(why.words()));
                }))
            .toList();
  }

  private Failure.BadInput failure() {
    return (Failure.BadInput)
        ((Result.Failed<Report>) new ReportFolder(root).read(List.of("."), IMAGE).getFirst())
            .failure();
  }
}
