package dev.sluice.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sluice.gate.report.Flaw;
import dev.sluice.gate.report.ScanReport;
import dev.sluice.gate.report.Severity;
import dev.sluice.text.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads Trivy's JSON.
final class TrivyReader {

  private static final String SCANNER = "Trivy";

  private record Document(
      @JsonProperty("CreatedAt") @Nullable String createdAt,
      @JsonProperty("Metadata") @Nullable Metadata metadata,
      @JsonProperty("Results") @Nullable List<Target> results) {}

  private record Metadata(@JsonProperty("RepoDigests") @Nullable List<String> repoDigests) {}

  private record Target(
      @JsonProperty("Vulnerabilities") @Nullable List<Vulnerability> vulnerabilities) {}

  private record Vulnerability(
      @JsonProperty("VulnerabilityID") @Nullable String id,
      @JsonProperty("VendorIDs") @Nullable List<String> others,
      @JsonProperty("PkgName") @Nullable String name,
      @JsonProperty("InstalledVersion") @Nullable String version,
      @JsonProperty("FixedVersion") @Nullable String fixed,
      @JsonProperty("Severity") @Nullable String severity,
      @JsonProperty("PkgIdentifier") @Nullable Identifier identifier) {}

  private record Identifier(@JsonProperty("PURL") @Nullable String purl) {}

  private TrivyReader() {}

  /// A scan that looked at nothing says nothing.
  static ScanReport read(Origin origin, byte[] json) throws Unreadable {
    var document = Json.read(json, Document.class);
    var targets = Wanted.list(document.results());
    if (targets.isEmpty()) {
      throw new Unreadable(Words.of("report.scan.nothing", SCANNER));
    }
    var digests =
        document.metadata() == null
            ? Set.<String>of()
            : Digests.in(Wanted.list(document.metadata().repoDigests()).stream());
    return new ScanReport(
        origin.source(),
        origin.or(digests),
        Wanted.time(document.createdAt()).orElse(origin.modified()),
        SCANNER,
        targets.stream()
            .flatMap(target -> Wanted.list(target.vulnerabilities()).stream())
            .map(TrivyReader::flaw)
            .toList());
  }

  private static Flaw flaw(Vulnerability found) {
    var id = Wanted.text(found.id());
    var purl = found.identifier() == null ? null : found.identifier().purl();
    return new Flaw(
        id,
        Stream.concat(Stream.of(id), Wanted.list(found.others()).stream())
            .collect(Collectors.toSet()),
        Severity.of(Wanted.text(found.severity())),
        Wanted.component(purl, found.name(), found.version()),
        Wanted.text(found.fixed()));
  }
}
