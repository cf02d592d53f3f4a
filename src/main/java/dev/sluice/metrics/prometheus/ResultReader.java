package dev.sluice.metrics.prometheus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.judge.Series;
import dev.sluice.text.Words;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Reads the `result` of one kind of answer.
///
/// @param <E> one series of it
interface ResultReader<E> {

  /// What Prometheus calls this kind.
  String type();

  /// One series, from its opening brace.
  E series(JsonParser json) throws IOException;

  /// Lines on a grid, of which a small answer cannot make a large allocation.
  final class Lines implements ResultReader<Matrix.Line> {
    private static final long MOST_CELLS = 8_000_000;

    private final Grid grid;
    private final long[] times;
    private long cells;

    Lines(Grid grid) {
      this.grid = grid;
      this.times = grid.times();
    }

    @Override
    public String type() {
      return "matrix";
    }

    @Override
    public Matrix.Line series(JsonParser json) throws IOException {
      cells += grid.size();
      if (cells > MOST_CELLS) {
        throw new BadShapeException(Words.of("metrics.answer.many"));
      }
      var values = new double[grid.size()];
      Arrays.fill(values, Double.NaN);
      var reader = new SeriesReader(json);
      var labels = labels(json, "values", () -> values(reader, values));
      return new Matrix.Line(labels, new Series(times, values));
    }

    private void values(SeriesReader reader, double[] values) throws IOException {
      reader.need(JsonToken.START_ARRAY);
      while (reader.json().nextToken() != JsonToken.END_ARRAY) {
        long time = reader.time();
        int at = grid.index(time);
        if (at < 0) {
          throw new BadShapeException(Words.of("metrics.answer.time", time / 1000.0));
        }
        values[at] = reader.value();
      }
    }
  }

  /// One value a series.
  final class Samples implements ResultReader<Vector.Sample> {
    @Override
    public String type() {
      return "vector";
    }

    @Override
    public Vector.Sample series(JsonParser json) throws IOException {
      var reader = new SeriesReader(json);
      var time = new long[1];
      var value = new double[] {Double.NaN};
      var labels =
          labels(
              json,
              "value",
              () -> {
                time[0] = reader.time();
                value[0] = reader.value();
              });
      return new Vector.Sample(labels, time[0], value[0]);
    }
  }

  /// What reads a field on whose value the parser stands.
  interface Field {
    void read() throws IOException;
  }

  /// Reads one series' object: its labels, and its field `wanted` by `field`.
  private static Map<String, String> labels(JsonParser json, String wanted, Field field)
      throws IOException {
    var reader = new SeriesReader(json);
    reader.need(JsonToken.START_OBJECT);
    Map<String, String> labels = Map.of();
    boolean found = false;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      var name = json.currentName();
      json.nextToken();
      if (name.equals("metric")) {
        labels = reader.labels();
      } else if (name.equals(wanted)) {
        field.read();
        found = true;
      } else if (List.of("histogram", "histograms").contains(name)) {
        throw new BadShapeException(Words.of("metrics.answer.histogram"));
      } else {
        json.skipChildren();
      }
    }
    if (!found) {
      throw new BadShapeException(Words.of("metrics.answer.missing", wanted));
    }
    return labels;
  }
}
