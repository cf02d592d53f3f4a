package dev.sluice.ui.release;

import dev.sluice.conduct.Position;
import dev.sluice.conduct.Stage;
import dev.sluice.gate.Finding;
import dev.sluice.release.Release;
import dev.sluice.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Says what promoting by itself would do: which steps, under which gates, until when.
///
/// @param now server time
record Steering(Release release, List<Finding> findings, Instant now) {

  String words() {
    return findings.isEmpty()
        ? Texts.of("helm.plan.ungated")
        : Texts.of("helm.plan", steps(), gates());
  }

  private String steps() {
    String version = Wording.version(release.current());
    return Position.of(release, now)
        .map(at ->
            at.last()
                ? Texts.of("helm.plan.end", version)
                : Texts.of("helm.plan.canary", version, stages(at)))
        .orElseGet(() -> Texts.of("helm.plan.switch", version));
  }

  /// The weights that are left.
  private static String stages(Position at) {
    return at.plan().stages().stream()
        .map(Stage::weight)
        .filter(weight -> weight >= at.nextWeight())
        .map(Wording::percent)
        .collect(Collectors.joining(Texts.of("helm.plan.then")));
  }

  private String gates() {
    return findings.stream()
        .map(finding -> Texts.of("gate." + finding.gate()))
        .collect(Collectors.joining(", "));
  }
}
