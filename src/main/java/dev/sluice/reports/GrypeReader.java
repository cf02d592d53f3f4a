package dev.sluice.reports;

import dev.sluice.gate.report.Flaw;
import dev.sluice.gate.report.ScanReport;
import dev.sluice.gate.report.Severity;
import dev.sluice.text.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads Grype's JSON.
final class GrypeReader {

  private static final String SCANNER = "Grype";

  private record Document(
      @Nullable List<Match> matches, @Nullable Source source, @Nullable Descriptor descriptor) {}

  private record Match(
      @Nullable Vulnerability vulnerability,
      @Nullable List<Vulnerability> relatedVulnerabilities,
      @Nullable Artifact artifact) {}

  private record Vulnerability(@Nullable String id, @Nullable String severity, @Nullable Fix fix) {}

  private record Fix(@Nullable List<String> versions) {}

  private record Artifact(@Nullable String name, @Nullable String version, @Nullable String purl) {}

  private record Source(@Nullable Image target) {}

  private record Image(@Nullable String manifestDigest, @Nullable List<String> repoDigests) {}

  private record Descriptor(@Nullable String timestamp) {}

  private GrypeReader() {}

  static ScanReport read(Origin origin, byte[] json) throws Unreadable {
    var document = Json.read(json, Document.class);
    if (document.matches() == null) {
      throw new Unreadable(Words.of("report.scan.nothing", SCANNER));
    }
    var made = document.descriptor() == null ? null : document.descriptor().timestamp();
    return new ScanReport(
        origin.source(),
        origin.or(digests(document.source())),
        Wanted.time(made).orElse(origin.modified()),
        SCANNER,
        Wanted.list(document.matches()).stream().map(GrypeReader::flaw).toList());
  }

  private static Set<String> digests(@Nullable Source source) {
    var target = source == null ? null : source.target();
    return target == null
        ? Set.of()
        : Digests.in(
            Stream.concat(
                Stream.of(Wanted.text(target.manifestDigest())),
                Wanted.list(target.repoDigests()).stream()));
  }

  private static Flaw flaw(Match match) {
    var found = match.vulnerability();
    var artifact = match.artifact();
    var id = found == null ? "" : Wanted.text(found.id());
    var others = Wanted.list(match.relatedVulnerabilities()).stream().map(v -> Wanted.text(v.id()));
    var fix = found == null || found.fix() == null ? null : found.fix().versions();
    return new Flaw(
        id,
        Stream.concat(Stream.of(id), others).collect(Collectors.toSet()),
        Severity.of(found == null ? "" : Wanted.text(found.severity())),
        artifact == null
            ? ""
            : Wanted.component(artifact.purl(), artifact.name(), artifact.version()),
        String.join(", ", Wanted.list(fix)));
  }
}
