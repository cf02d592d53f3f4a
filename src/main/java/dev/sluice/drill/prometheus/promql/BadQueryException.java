package dev.sluice.drill.prometheus.promql;

/// A query that cannot be evaluated, with what Prometheus says of it.
public final class BadQueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private BadQueryException(String message) {
    super(message);
  }

  /// A mistake at that offset of the query.
  static BadQueryException at(String query, int offset, String problem) {
    var before = query.substring(0, Math.min(offset, query.length()));
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    return new BadQueryException("%d:%d: parse error: %s".formatted(line, column, problem));
  }

  /// A query that is well written and still has no answer.
  static BadQueryException of(String problem) {
    return new BadQueryException(problem);
  }
}
