package dev.sluice.gate;

import dev.sluice.gate.report.Report;
import dev.sluice.gate.report.TestReport;
import dev.sluice.release.Image;
import dev.sluice.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// The gate that goes by the tests of the build: of the image that people call this version.
record Testing(Reported reported, int atLeast) {

  Finding finding() {
    var digest = reported.images().stream().findFirst().flatMap(Image::digest);
    if (digest.isEmpty()) {
      return reported.unpinned();
    }
    var all = reported.of(TestReport.class);
    var mine = all.stream().filter(report -> report.about(digest.get())).toList();
    return mine.isEmpty() ? reported.missing(all, digest.get()) : counted(mine);
  }

  private Finding counted(List<TestReport> mine) {
    int failed = mine.stream().mapToInt(TestReport::failed).sum();
    int run = mine.stream().mapToInt(report -> report.run() - report.skipped()).sum();
    var made = mine.stream().map(Report::made).min(Instant::compareTo);
    if (failed > 0) {
      var names =
          mine.stream()
              .flatMap(report -> report.failures().stream())
              .limit(3)
              .collect(Collectors.joining(", "));
      return Finding.fail(
          Gate.TESTS,
          Words.of("gate.tests.failed", failed, run, names),
          reported.threshold(),
          made,
          Words.of("gate.change.build"));
    }
    var passed =
        run >= atLeast
            ? Finding.pass(Gate.TESTS, Words.of("gate.tests", run), reported.threshold(), made)
            : Finding.open(
                Gate.TESTS,
                Words.of("gate.tests.few", run),
                reported.threshold(),
                made,
                Words.of("gate.change.tests", atLeast));
    return reported.unreadable().orElse(passed);
  }
}
