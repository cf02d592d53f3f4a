package dev.sluice.metrics.prometheus;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.sluice.metrics.http.Transport;
import dev.sluice.metrics.http.Transport.Parameter;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A Prometheus, or another server that speaks its HTTP API (Thanos, Mimir, VictoriaMetrics).
/// Protocol: prometheus.io/docs/prometheus/latest/querying/api.
public final class Prometheus {
  /// What an answer may have at most, decompressed: 64 MB.
  public static final long ANSWER_LIMIT = 64L * 1024 * 1024;

  private final Transport transport;
  private final long limit;

  public Prometheus(Transport transport) {
    this(transport, ANSWER_LIMIT);
  }

  /// Reads answers up to a size.
  ///
  /// @param limit bytes of an answer, decompressed
  public Prometheus(Transport transport, long limit) {
    this.transport = transport;
    this.limit = limit;
  }

  /// What the user knows the server by.
  public String where() {
    return transport.where();
  }

  /// The query's value at each of the grid's times. A query that Prometheus refuses is
  /// [Failure.BadInput] with the place of the mistake in it.
  public Result<Matrix> range(Query query, Grid grid) {
    var parameters =
        List.of(
            new Parameter("query", query.text()),
            new Parameter("start", seconds(grid.start())),
            new Parameter("end", seconds(grid.end())),
            new Parameter("step", seconds(grid.step())));
    return ask("/api/v1/query_range", query, parameters, () -> new ResultReader.Lines(grid))
        .map(answer -> new Matrix(grid, answer.series(), answer.notices()));
  }

  /// The query's value at one moment.
  public Result<Vector> instant(Query query, Instant at) {
    var parameters =
        List.of(
            new Parameter("query", query.text()),
            new Parameter("time", seconds(at.toEpochMilli())));
    return ask("/api/v1/query", query, parameters, ResultReader.Samples::new)
        .map(answer -> new Vector(answer.series(), answer.notices()));
  }

  private <E> Result<Answer<E>> ask(
      String path, Query query, List<Parameter> parameters, Supplier<ResultReader<E>> reader) {
    Result<Answer<E>> answer =
        transport.ask(path, parameters, (status, in) -> read(query, status, in, reader.get()));
    // A proxy reads the refusals of the server behind it itself and passes on the sentence.
    return answer instanceof Result.Failed<Answer<E>>(Failure.Refused(_, int status, var reason))
            && status == 400
        ? Result.failed(Refusal.of(transport.where(), query, status, "bad_data", reason))
        : answer;
  }

  private <E> Result<Answer<E>> read(
      Query query, int status, InputStream in, ResultReader<E> reader) throws IOException {
    try {
      var answer = Answer.read(in, limit, reader);
      return answer.refused()
          ? Result.failed(
              Refusal.of(transport.where(), query, status, answer.errorType(), answer.error()))
          : Result.ok(answer);
    } catch (BadShapeException shape) {
      return bad(shape.problem());
    } catch (JsonEOFException _) {
      return bad(Words.of("metrics.answer.truncated"));
    } catch (StreamConstraintsException _) {
      return bad(Words.of("metrics.answer.large", limit / (1024 * 1024)));
    } catch (JacksonException json) {
      var at = Optional.ofNullable(json.getLocation());
      return bad(
          Words.of(
              "metrics.answer.json",
              at.map(JsonLocation::getLineNr).orElse(0),
              at.map(JsonLocation::getColumnNr).orElse(0)));
    }
  }

  private <T> Result<T> bad(Words problem) {
    return Result.failed(new Failure.BadAnswer(transport.where(), problem));
  }

  private static String seconds(long millis) {
    return BigDecimal.valueOf(millis, 3).toPlainString();
  }
}
