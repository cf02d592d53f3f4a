package dev.sluice.cluster.argo.objects;

import dev.sluice.cluster.watch.Meta;
import dev.sluice.release.Reference;
import dev.sluice.release.Signs;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads what a Rollout's labels and annotations tell people. Our own keys are
/// `sluice.dev/runbook`, `sluice.dev/dashboard`, `link.sluice.dev/NAME`, `sluice.dev/fleet` and
/// `sluice.dev/schema` (`one-way` where the older revision cannot read what the newer one writes);
/// Argo CD's external links and the a8r.io convention are understood too.
public final class SignReader {
  private static final String FLEET = "sluice.dev/fleet";
  private static final String SCHEMA = "sluice.dev/schema";
  private static final String ONE_WAY = "one-way";
  private static final String OWN = "link.sluice.dev/";
  private static final String ARGO = "link.argocd.argoproj.io/";
  private static final Map<String, String> NAMED =
      Map.of(
          "sluice.dev/runbook", "runbook",
          "sluice.dev/dashboard", "dashboard",
          "a8r.io/runbook", "runbook",
          "a8r.io/performance", "dashboard",
          "a8r.io/logs", "logs",
          "a8r.io/incidents", "incidents",
          "a8r.io/documentation", "documentation",
          "a8r.io/repository", "repository");

  private SignReader() {}

  /// Whether a label or annotation of that name tells people something.
  static boolean concerns(String name) {
    return name.equals(FLEET)
        || name.equals(SCHEMA)
        || name.startsWith(OWN)
        || name.startsWith(ARGO)
        || NAMED.containsKey(name);
  }

  /// What those of that Rollout tell; runbooks first, then by name.
  public static Signs of(Meta meta) {
    var references =
        meta.annotations().entrySet().stream()
            .flatMap(entry -> reference(entry.getKey(), entry.getValue()))
            .sorted(SignReader::runbooksFirst)
            .distinct()
            .toList();
    var fleet =
        Optional.ofNullable(meta.annotations().get(FLEET))
            .or(() -> Optional.ofNullable(meta.labels().get(FLEET)))
            .filter(name -> !name.isBlank());
    return new Signs(fleet, references, ONE_WAY.equals(meta.annotations().get(SCHEMA)));
  }

  private static Stream<Reference> reference(String key, String value) {
    if (key.startsWith(ARGO)) {
      return titled(key.substring(ARGO.length()), value).stream();
    }
    return key.startsWith(OWN)
        ? Reference.of(key.substring(OWN.length()), value).stream()
        : Optional.ofNullable(NAMED.get(key)).flatMap(name -> Reference.of(name, value)).stream();
  }

  /// Argo CD writes `address`, or `title|address`.
  private static Optional<Reference> titled(String name, String value) {
    int bar = value.indexOf('|');
    return bar > 0
        ? Reference.of(value.substring(0, bar).strip(), value.substring(bar + 1))
        : Reference.of(name, value);
  }

  private static int runbooksFirst(Reference one, Reference other) {
    int first = Boolean.compare(other.name().equals("runbook"), one.name().equals("runbook"));
    return first != 0 ? first : one.name().compareToIgnoreCase(other.name());
  }
}
