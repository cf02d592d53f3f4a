package dev.sluice.drill.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.drill.prometheus.store.SampleStore;
import dev.sluice.drill.world.Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusServerTest {
  private final SampleStore samples =
      Scrapes.of("hits{pod=a} 0 10 20 30\nhits{pod=b} _ _ 0.5 1.5\nup 1 1 1 1");
  private final PrometheusServer server =
      new PrometheusServer(samples, InstantSource.fixed(Instant.ofEpochSecond(45)));

  private Backend.Answer ask(String path, String... pairs) {
    Map<String, List<String>> query = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      query.put(pairs[i], List.of(pairs[i + 1]));
    }
    return server.answer(new Backend.Request("GET", path, query, ""));
  }

  private static JsonNode json(Backend.Answer answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anInstantQueryIsAnsweredForNow() {
    var answer = ask("/api/v1/query", "query", "hits{pod=\"b\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(json(answer).toString())
        .isEqualTo(
            "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"__name__\":\"hits\",\"pod\":\"b\"},\"value\":[45,\"1.5\"]}]}}");
  }

  @Test
  void anInstantQueryMayBePostedAsAForm() {
    var answer =
        server.answer(
            new Backend.Request("POST", "/api/v1/query", Map.of(), "query=1%2B1&time=12.5"));
    assertThat(json(answer).at("/data").toString())
        .isEqualTo("{\"resultType\":\"scalar\",\"result\":[12.5,\"2\"]}");
  }

  @Test
  void aRangeQueryHasOnlyTheMomentsThatHaveAValue() {
    var answer =
        ask("/api/v1/query_range", "query", "hits", "start", "0", "end", "45", "step", "15s");
    assertThat(json(answer).at("/data/result/0/values").toString())
        .isEqualTo("[[0,\"0\"],[15,\"10\"],[30,\"20\"],[45,\"30\"]]");
    assertThat(json(answer).at("/data/result/1/values").toString())
        .isEqualTo("[[30,\"0.5\"],[45,\"1.5\"]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "sum( | 0 | 15 | 15 | invalid parameter \"query\": 1:5: parse error: unexpected end of"
            + " input",
        "hits | x | 15 | 15 | invalid parameter \"start\": cannot parse \"x\" to a valid timestamp",
        "hits | 30 | 15 | 15 | invalid parameter \"end\": end timestamp must not be before start"
            + " time",
        "hits | 0 | 15 | 0 | invalid parameter \"step\": zero or negative query resolution step"
            + " widths are not accepted. Try a positive integer",
        "hits | 0 | 1000000 | 1 | exceeded maximum resolution of 11,000 points per timeseries. Try"
            + " decreasing the query resolution (?step=XX)",
        "hits[1m] | 0 | 15 | 15 | invalid parameter \"query\": invalid expression type \"range"
            + " vector\" for range query, must be Scalar or instant Vector",
      })
  void badInputIsRefusedAsPrometheusDoes(
      String query, String start, String end, String step, String error) {
    var answer =
        ask("/api/v1/query_range", "query", query, "start", start, "end", end, "step", step);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(json(answer).path("errorType").asText()).isEqualTo("bad_data");
    assertThat(json(answer).path("error").asText()).isEqualTo(error);
  }

  @Test
  void whatCannotBeEvaluatedIsRefusedOtherwise() {
    var answer = ask("/api/v1/query", "query", "hits + on () hits");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(json(answer).path("errorType").asText()).isEqualTo("execution");
  }

  @Test
  void seriesAndLabelsCanBeLookedUp() {
    assertThat(json(ask("/api/v1/labels")).path("data").toString())
        .isEqualTo("[\"__name__\",\"pod\"]");
    assertThat(json(ask("/api/v1/label/pod/values")).path("data").toString())
        .isEqualTo("[\"a\",\"b\"]");
    assertThat(json(ask("/api/v1/series", "match[]", "hits{pod=\"a\"}")).path("data").toString())
        .isEqualTo("[{\"__name__\":\"hits\",\"pod\":\"a\"}]");
    assertThat(ask("/api/v1/series").status()).isEqualTo(400);
    assertThat(json(ask("/api/v1/status/buildinfo")).at("/data/version").asText()).startsWith("3.");
  }

  @Test
  void aServerThatIsDownAnswersNothing() {
    server.down(true);
    assertThat(ask("/api/v1/query", "query", "up").status()).isEqualTo(503);
    server.down(false);
    assertThat(ask("/-/healthy").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.005, 0.005",
    "1e21, 1000000000000000000000",
    "1e-7, 0.0000001",
    "-2.50, -2.5",
    "NaN, NaN",
    "Infinity, +Inf",
    "-Infinity, -Inf"
  })
  void valuesAreWrittenAsGoWritesThem(double value, String written) {
    assertThat(Answers.written(value)).isEqualTo(written);
  }
}
