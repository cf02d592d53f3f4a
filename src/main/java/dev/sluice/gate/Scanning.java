package dev.sluice.gate;

import dev.sluice.gate.report.Flaw;
import dev.sluice.gate.report.Report;
import dev.sluice.gate.report.ScanReport;
import dev.sluice.gate.report.Severity;
import dev.sluice.gate.report.VexReport;
import dev.sluice.release.Image;
import dev.sluice.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The gate that goes by scans for known vulnerabilities: one of every image, less what statements
/// about the same build answer for.
record Scanning(Reported reported, Demands demands, Times times) {

  Finding finding() {
    var images = reported.images();
    if (images.isEmpty() || images.stream().anyMatch(image -> image.digest().isEmpty())) {
      return reported.unpinned();
    }
    var scanned = new ArrayList<ScanReport>();
    var all = reported.of(ScanReport.class);
    for (var digest : images.stream().map(Image::digest).flatMap(Optional::stream).toList()) {
      var mine = all.stream().filter(report -> report.about(digest)).toList();
      if (mine.isEmpty()) {
        return reported.missing(all, digest);
      }
      scanned.addAll(newest(mine));
    }
    return weighed(scanned);
  }

  /// Of each scanner the newest word; one scanner does not speak for another.
  private static List<ScanReport> newest(List<ScanReport> reports) {
    return List.copyOf(
        reports.stream()
            .collect(
                Collectors.toMap(
                    ScanReport::scanner,
                    report -> report,
                    (one, other) -> one.made().isAfter(other.made()) ? one : other))
            .values());
  }

  private Finding weighed(List<ScanReport> scanned) {
    var made = scanned.stream().map(Report::made).min(Instant::compareTo);
    var flaws = scanned.stream().flatMap(report -> open(report).stream()).toList();
    var grave = named(flaws, flaw -> flaw.severity().reaches(demands.vulnerableFrom()));
    if (!grave.isEmpty()) {
      return Finding.fail(
          Gate.VULNERABILITIES,
          Words.of("gate.scan.found", grave.size(), first(grave)),
          reported.threshold(),
          made,
          Words.of("gate.change.scan.fix"));
    }
    var unrated = named(flaws, flaw -> flaw.severity() == Severity.UNKNOWN);
    long answered = scanned.stream().flatMap(r -> r.flaws().stream()).count() - flaws.size();
    return reported
        .unreadable()
        .orElseGet(() -> unrated.isEmpty() ? aged(made, answered) : unrated(unrated, made));
  }

  private Finding unrated(List<String> unrated, Optional<Instant> made) {
    return Finding.open(
        Gate.VULNERABILITIES,
        Words.of("gate.scan.unrated", unrated.size(), first(unrated)),
        reported.threshold(),
        made,
        Words.of("gate.change.scan.rate"));
  }

  /// Vulnerabilities become known after a scan, so that its good news age.
  private Finding aged(Optional<Instant> made, long answered) {
    var age = times.since(made.orElse(Instant.EPOCH));
    return age.compareTo(demands.scannedWithin()) > 0
        ? Finding.open(
            Gate.VULNERABILITIES,
            Words.of("gate.scan.old", age),
            reported.threshold(),
            made,
            Words.of("gate.change.scan.again"))
        : Finding.pass(
            Gate.VULNERABILITIES, Words.of("gate.scan", answered), reported.threshold(), made);
  }

  private List<Flaw> open(ScanReport scan) {
    var statements =
        reported.of(VexReport.class).stream()
            .filter(vex -> vex.digests().stream().anyMatch(scan::about))
            .toList();
    return scan.flaws().stream()
        .filter(flaw -> statements.stream().noneMatch(vex -> vex.excuses(flaw)))
        .toList();
  }

  private static List<String> named(List<Flaw> flaws, Predicate<Flaw> which) {
    return flaws.stream()
        .filter(which)
        .sorted(Comparator.comparing(Flaw::severity).reversed().thenComparing(Flaw::id))
        .map(Flaw::id)
        .distinct()
        .toList();
  }

  private static String first(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(3, names.size())));
  }
}
