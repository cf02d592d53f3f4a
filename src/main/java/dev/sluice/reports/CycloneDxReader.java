package dev.sluice.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sluice.gate.report.VexReport;
import dev.sluice.gate.report.VexReport.State;
import dev.sluice.gate.report.VexReport.Statement;
import dev.sluice.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the statements of a CycloneDX document (VEX): which vulnerabilities do not concern the
/// build, and why.
final class CycloneDxReader {

  /// The reasons that CycloneDX knows.
  private static final Set<String> JUSTIFICATIONS =
      Set.of(
          "code_not_present",
          "code_not_reachable",
          "requires_configuration",
          "requires_dependency",
          "requires_environment",
          "protected_by_compiler",
          "protected_at_runtime",
          "protected_at_perimeter",
          "protected_by_mitigating_control");

  private record Document(
      @Nullable Metadata metadata,
      @Nullable List<Component> components,
      @Nullable List<Vulnerability> vulnerabilities) {}

  private record Metadata(@Nullable String timestamp, @Nullable Component component) {}

  private record Component(
      @JsonProperty("bom-ref") @Nullable String ref,
      @Nullable String name,
      @Nullable String version,
      @Nullable String purl,
      @Nullable List<Hash> hashes) {}

  private record Hash(@Nullable String alg, @Nullable String content) {}

  private record Vulnerability(
      @Nullable String id, @Nullable Analysis analysis, @Nullable List<Affected> affects) {}

  private record Analysis(@Nullable String state, @Nullable String justification) {}

  private record Affected(@Nullable String ref) {}

  private final Map<String, String> purls = new HashMap<>();
  private final Set<String> build;

  private CycloneDxReader(Document document) {
    this.build =
        Stream.ofNullable(document.metadata())
            .flatMap(metadata -> Stream.ofNullable(metadata.component()))
            .flatMap(whole ->
                Stream.of(
                    Wanted.text(whole.ref()),
                    Wanted.component(whole.purl(), whole.name(), whole.version())))
            .filter(ref -> !ref.isEmpty())
            .collect(Collectors.toSet());
    for (var component : Wanted.list(document.components())) {
      if (component.ref() != null && component.purl() != null) {
        purls.put(
            component.ref(),
            Wanted.component(component.purl(), component.name(), component.version()));
      }
    }
  }

  static VexReport read(Origin origin, byte[] json) throws Unreadable {
    var document = Json.read(json, Document.class);
    if (document.vulnerabilities() == null) {
      throw new Unreadable(Words.of("report.vex.nothing"));
    }
    var reader = new CycloneDxReader(document);
    var metadata = Optional.ofNullable(document.metadata());
    var digests =
        metadata
            .flatMap(m -> Optional.ofNullable(m.component()))
            .map(CycloneDxReader::digests)
            .orElse(Set.of());
    return new VexReport(
        origin.source(),
        origin.or(digests),
        metadata.flatMap(m -> Wanted.time(m.timestamp())).orElse(origin.modified()),
        Wanted.list(document.vulnerabilities()).stream()
            .flatMap(found -> reader.statement(found).stream())
            .toList());
  }

  private static Set<String> digests(Component whole) {
    var named =
        Digests.in(
            Stream.of(
                Wanted.text(whole.purl()),
                Wanted.text(whole.version()),
                Wanted.text(whole.name())));
    return named.isEmpty()
        ? Wanted.list(whole.hashes()).stream()
            .filter(hash -> "SHA-256".equals(hash.alg()))
            .flatMap(hash -> Digests.ofHash(Wanted.text(hash.content())).stream())
            .collect(Collectors.toSet())
        : named;
  }

  private Optional<Statement> statement(Vulnerability found) {
    var analysis = found.analysis();
    if (found.id() == null || analysis == null) {
      return Optional.empty();
    }
    var refs =
        Wanted.list(found.affects()).stream()
            .map(affected -> Wanted.text(affected.ref()))
            .map(CycloneDxReader::local)
            .collect(Collectors.toSet());
    boolean whole = refs.stream().anyMatch(build::contains);
    var components =
        refs.stream()
            .map(ref -> purls.getOrDefault(ref, Wanted.component(ref, "", "")))
            .collect(Collectors.toSet());
    var reason = Wanted.text(analysis.justification());
    return Optional.of(
        new Statement(
            found.id(),
            whole ? Set.of() : components,
            state(Wanted.text(analysis.state())),
            JUSTIFICATIONS.contains(reason) ? reason : ""));
  }

  /// What a BOM-Link (`urn:cdx:serial/version#ref`) points at in its document.
  private static String local(String ref) {
    return ref.startsWith("urn:cdx:") ? ref.substring(ref.indexOf('#') + 1) : ref;
  }

  private static State state(String word) {
    return switch (word) {
      case "resolved", "resolved_with_pedigree" -> State.RESOLVED;
      case "false_positive" -> State.FALSE_POSITIVE;
      case "not_affected" -> State.NOT_AFFECTED;
      case "exploitable" -> State.EXPLOITABLE;
      default -> State.IN_TRIAGE;
    };
  }
}
