package dev.sluice.gate;

import dev.sluice.gate.Finding.Verdict;
import java.util.List;

/// How many gates are asked for, and how they stand. Each is counted once, and wherever gates are
/// counted it is by this.
///
/// @param asked all of them
/// @param passed those that pass
/// @param holding those that a promotion has to wait for
/// @param later those that can be measured only with users on the newer revision; they hold nothing
public record Tally(int asked, int passed, int holding, int later) {

  /// The tally of those findings.
  public static Tally of(List<Finding> findings) {
    int holding = (int) findings.stream().filter(Finding::holds).count();
    int passed = count(findings, Verdict.PASS);
    return new Tally(findings.size(), passed, holding, count(findings, Verdict.NOT_YET));
  }

  private static int count(List<Finding> findings, Verdict verdict) {
    return (int) findings.stream().filter(finding -> finding.verdict() == verdict).count();
  }
}
