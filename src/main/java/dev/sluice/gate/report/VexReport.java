package dev.sluice.gate.report;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Which known vulnerabilities do not concern a build, and why (Vulnerability Exploitability
/// eXchange).
public record VexReport(
    String source, Set<String> digests, Instant made, List<Statement> statements)
    implements Report {

  public VexReport {
    digests = Set.copyOf(digests);
    statements = List.copyOf(statements);
  }

  /// What somebody states of one vulnerability.
  ///
  /// @param id the vulnerability
  /// @param components package URLs of what it is stated of; empty for the whole build
  /// @param justification why it does not concern the build; empty where none is given
  public record Statement(String id, Set<String> components, State state, String justification) {

    public Statement {
      components = Set.copyOf(components);
    }

    private boolean about(Flaw flaw) {
      return flaw.ids().contains(id)
          && (components.isEmpty() || components.contains(flaw.component()));
    }

    private boolean accuses(Flaw flaw) {
      return state == State.EXPLOITABLE && about(flaw);
    }

    /// «Not affected» without a reason is no answer.
    private boolean excuses(Flaw flaw) {
      return about(flaw)
          && switch (state) {
            case RESOLVED, FALSE_POSITIVE -> true;
            case NOT_AFFECTED -> !justification.isBlank();
            case EXPLOITABLE, IN_TRIAGE -> false;
          };
    }
  }

  /// How a vulnerability stands to the build.
  public enum State {
    RESOLVED,
    FALSE_POSITIVE,
    NOT_AFFECTED,
    EXPLOITABLE,
    IN_TRIAGE
  }

  /// Whether that flaw stands no more in the way. Whoever calls it exploitable is believed before
  /// anybody who does not.
  public boolean excuses(Flaw flaw) {
    return statements.stream().anyMatch(statement -> statement.excuses(flaw))
        && statements.stream().noneMatch(statement -> statement.accuses(flaw));
  }
}
