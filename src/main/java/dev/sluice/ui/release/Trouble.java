package dev.sluice.ui.release;

import dev.sluice.gate.Finding;
import dev.sluice.gate.Gate;
import dev.sluice.release.Setback;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.VerdictView;
import java.util.List;
import java.util.Optional;

/// What is bad about a release in two or three words, to stand at the stage that its users are on:
/// exactly where its verdict is bad.
///
/// @param out whether no pod of it answers its users
/// @param compared whether the judge found it worse than stable
/// @param worse what shows that it is worse than it may be, if anything does
/// @param setback what the engine's own analyses hold against it
record Trouble(
    boolean out,
    boolean compared,
    Optional<Words> worse,
    Optional<Setback> setback,
    List<Finding> findings) {

  /// @param verdict what the verdict's card says
  Optional<String> beside(Optional<VerdictView> verdict) {
    return verdict.filter(said -> said.mark() == Mark.BAD).map(_ -> words());
  }

  private String words() {
    if (out) {
      return Texts.of("stage.bad.pods");
    } else if (compared) {
      return Texts.of("stage.bad.worse");
    } else if (worse.isPresent()) {
      return Texts.of("stage.bad.limit");
    } else if (setback.filter(one -> one.kind() == Setback.Kind.FAILED).isPresent()) {
      return Texts.of("stage.bad.analysis");
    } else if (findings.stream().anyMatch(Finding::hurts)) {
      return Texts.of("stage.bad.limit");
    }
    return Texts.of(podless() ? "stage.bad.pods" : "stage.bad.gate");
  }

  private boolean podless() {
    return findings.stream()
        .anyMatch(finding ->
            finding.verdict() == Finding.Verdict.FAIL && finding.gate() == Gate.REPLICAS_READY);
  }
}
