package dev.sluice.drill.prometheus.promql;

import dev.sluice.drill.prometheus.store.SampleStore;
import dev.sluice.drill.prometheus.store.Track;
import java.util.List;

/// A query that makes sense.
public final class Query {
  private final Expr expr;

  private Query(Expr expr) {
    this.expr = expr;
  }

  /// The query that the text is.
  ///
  /// @throws BadQueryException when it is none, with the place of the mistake
  public static Query parse(String text) {
    return new Query(Parser.parse(text));
  }

  /// Whether it can be asked for over a range of time.
  public boolean hasRange() {
    return expr.kind() == Kind.SCALAR || expr.kind() == Kind.VECTOR;
  }

  /// What it is, as Prometheus names it in its messages.
  public String kind() {
    return expr.kind().word();
  }

  /// Gives the query's value at any moment.
  @FunctionalInterface
  public interface Values {
    /// The value at that moment, milliseconds of the epoch.
    Value at(long time);
  }

  /// Its values while those samples stay as they are.
  public Values over(SampleStore.Reader reader) {
    var evaluation = new Evaluation(reader);
    return time -> evaluation.at(expr, time);
  }

  /// The series that it selects, where it is nothing but a selector.
  public List<Track> series(SampleStore.Reader reader) {
    if (!(expr instanceof Expr.Selector selector)) {
      throw BadQueryException.of("a series selector is expected");
    }
    return reader.all().stream()
        .filter(
            track -> selector.matchers().stream().allMatch(matcher -> matcher.fits(track.labels())))
        .toList();
  }
}
