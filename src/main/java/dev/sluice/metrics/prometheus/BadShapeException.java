package dev.sluice.metrics.prometheus;

import dev.sluice.text.Words;
import java.io.IOException;

/// An answer is JSON but not what Prometheus answers.
final class BadShapeException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Words problem;

  BadShapeException(Words problem) {
    super(problem.key());
    this.problem = problem;
  }

  Words problem() {
    return problem;
  }
}
