package dev.sluice.metrics.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.Series;
import dev.sluice.metrics.http.Auth;
import dev.sluice.metrics.http.HttpTransport;
import dev.sluice.metrics.http.ScriptedServer;
import dev.sluice.metrics.http.TlsFiles;
import dev.sluice.metrics.http.Transport;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusTest {
  private static final Query QUERY = new Query("requests, canary", "up");
  private static final Grid GRID = new Grid(1_000_000, 500, 4);

  @Test
  void aMatrixStandsOnItsGridAndMissingStepsAreGaps() {
    var matrix =
        matrix(
            """
            {"status":"success","data":{"resultType":"matrix","result":[
              {"metric":{"pod":"a","x":"ü"},"values":[[1000,"1.5"],[1001.5,"-2e3"]]},
              {"metric":{},"values":[[1000.5,"NaN"],[1001,"+Inf"],[1001.5,"-Inf"]]}],
              "stats":{"deep":[1,{"a":2}]}},"new":[[]]}\
            """);
    assertThat(matrix.lines())
        .extracting(Matrix.Line::labels)
        .containsExactly(Map.of("pod", "a", "x", "ü"), Map.of());
    assertThat(matrix.lines().get(0).series())
        .isEqualTo(new Series(GRID.times(), new double[] {1.5, Double.NaN, Double.NaN, -2000}));
    double infinity = Double.POSITIVE_INFINITY;
    assertThat(matrix.lines().get(1).series())
        .isEqualTo(
            new Series(GRID.times(), new double[] {Double.NaN, Double.NaN, infinity, -infinity}));
    assertThat(matrix.notices()).isEmpty();
  }

  @Test
  void theFieldsOfAnAnswerComeInAnyOrder() {
    var matrix =
        matrix(
            """
            {"data":{"result":[{"values":[[1000,"1"]],"metric":{"a":"b"}}],"resultType":"matrix"},
             "status":"success"}\
            """);
    assertThat(matrix.lines())
        .singleElement()
        .extracting(Matrix.Line::labels)
        .isEqualTo(Map.of("a", "b"));
  }

  @Test
  void anInstantAnswerKeepsTheServersTime() {
    var vector =
        ok(
            new Prometheus(
                    new CannedTransport(
                        200,
                        """
                        {"status":"success","data":{"resultType":"vector","result":[
                          {"metric":{"a":"b"},"value":[1700000000.123,"0.005"]}]}}\
                        """))
                .instant(QUERY, Instant.EPOCH));
    assertThat(vector.samples())
        .containsExactly(new Vector.Sample(Map.of("a", "b"), 1_700_000_000_123L, 0.005));
  }

  @Test
  void warningsAndRemarksAreKeptOnceEach() {
    var matrix =
        matrix(
            """
            {"status":"success","data":{"resultType":"matrix","result":[]},
             "warnings":["store down","store down"],"infos":["fixed for monotonicity","PromQL info: metric might not be a counter, name"]}\
            """);
    assertThat(matrix.notices())
        .containsExactly(
            Words.of("metrics.notice.warning", "store down"),
            Words.of("metrics.notice.info", "fixed for monotonicity"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'status':'success' | it ends in the middle",
        "{'status':'success','data':{'resultType':'matrix','result':[{'metr | it ends in the"
            + " middle",
        "'' | something of the wrong type stands in line 1",
        "{'status':x} | the JSON breaks in line 1, column ",
        "[1] | something of the wrong type stands in line 1, column 1",
        "{'status':7} | of the wrong type stands in line 1, column 11",
        "{'kind':'Status'} | not an answer of Prometheus",
        "{'status':'success'} | expected a matrix, got a ;",
        "{'status':'success','data':null} | expected a matrix, got a ;",
        "{'status':'success','data':{'resultType':'vector','result':[]}} | expected a matrix, got a"
            + " vector",
        "{'status':'success','data':{'resultType':'scalar','result':[1,'2']}} | got a scalar",
        "{'status':'success','data':{'resultType':'matrix'}} | the field “result” is missing",
        "{'status':'success','data':{'resultType':'matrix','result':{}}} | wrong type",
        "{'status':'success','data':{'resultType':'matrix','result':[{'metric':{}}]}} | “values” is"
            + " missing",
        "{'status':'success','data':{'resultType':'matrix','result':[{'metric':{'a':1},'values':[]}]}}"
            + " | wrong type",
        "{'status':'success','data':{'resultType':'matrix','result':[{'metric':{},'values':[[1000,1]]}]}}"
            + " | wrong type",
        "{'status':'success','data':{'resultType':'matrix','result':[{'metric':{},'values':[['x','1']]}]}}"
            + " | wrong type",
        "{'status':'success','data':{'resultType':'matrix','result':[{'metric':{},'values':[[1000,'one']]}]}}"
            + " | wrong type",
        "{'status':'success','data':{'resultType':'matrix','result':[{'metric':{},'values':[[1000,'1',2]]}]}}"
            + " | wrong type",
        "{'status':'success','data':{'resultType':'matrix','result':[{'metric':{},'values':[[1000.2,'1']]}]}}"
            + " | 1000.2, a time nobody asked for",
        "{'status':'success','data':{'resultType':'matrix','result':[{'metric':{},'values':[[999.5,'1']]}]}}"
            + " | a time nobody",
        "{'status':'success','data':{'resultType':'matrix','result':[{'metric':{},'values':[[1002,'1']]}]}}"
            + " | a time nobody",
        "{'status':'success','data':{'resultType':'matrix','result':[{'metric':{},'histograms':[]}]}}"
            + " | native histograms",
      },
      quoteCharacter = '~')
  void anAnswerThatIsNotWhatWasAskedForIsOneClearFailure(String json, String reason) {
    var failure = failure(range(200, json.equals("''") ? "" : json.replace('\'', '"')));
    assertThat(failure).isInstanceOf(Failure.BadAnswer.class);
    assertThat(Texts.of(failure.words())).startsWith("canned").contains(reason);
  }

  @Test
  void anAnswerAboveTheLimitIsNotRead() {
    var long_ = "{\"status\":\"success\",\"padding\":\"" + "x".repeat(2_000_000) + "\"}";
    var failure =
        failure(new Prometheus(new CannedTransport(200, long_), 1024 * 1024).range(QUERY, GRID));
    assertThat(Texts.of(failure.words())).contains("larger than 1 MB");
  }

  @Test
  void aSmallAnswerOfManySeriesMakesNoLargeArrays() {
    var series = "{\"metric\":{},\"values\":[]},".repeat(2_000);
    var json =
        "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":["
            + series.substring(0, series.length() - 1)
            + "]}}";
    var grid = new Grid(0, 1000, 11_000);
    var failure = failure(new Prometheus(new CannedTransport(200, json)).range(QUERY, grid));
    assertThat(Texts.of(failure.words())).contains("too many series");
  }

  @Test
  void aMistakeInTheQueryIsShownAtItsPlace() {
    var error = "invalid parameter \\\"query\\\": 1:23: parse error: unexpected character: '%'";
    var json = "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"" + error + "\"}";
    assertThat(failure(range(400, json)))
        .isEqualTo(
            new Failure.BadInput(
                "requests, canary",
                1,
                23,
                Words.of("metrics.query.wrong", "parse error: unexpected character: '%'")));
  }

  @Test
  void aMistakeInTheQueryIsFoundInAProxysSentenceToo() {
    var proxy =
        new Transport() {
          @Override
          public String where() {
            return "proxy";
          }

          @Override
          public <T> Result<T> ask(String path, List<Parameter> parameters, Body<T> body) {
            return Result.failed(
                new Failure.Refused("proxy", 400, "invalid parameter: 2:7: parse error: no"));
          }
        };
    assertThat(failure(new Prometheus(proxy).range(QUERY, GRID)))
        .isEqualTo(
            new Failure.BadInput(
                "requests, canary", 2, 7, Words.of("metrics.query.wrong", "parse error: no")));
  }

  @Test
  void theServersOwnTroubleIsARefusalWithItsStatus() {
    var json =
        "{\"status\":\"error\",\"errorType\":\"timeout\",\"error\":\"query timed"
            + " out\",\"data\":null}";
    assertThat(failure(range(503, json)))
        .isEqualTo(new Failure.Refused("canned", 503, "timeout: query timed out"));
  }

  @Test
  void timesAreSentInSecondsToTheMillisecond() {
    try (var server = new ScriptedServer()) {
      server.saysJson("{}");
      var transport =
          ok(
              HttpTransport.to(
                  server.address(), new Auth.None(), TlsFiles.PLATFORM, Duration.ofSeconds(20)));
      new Prometheus(transport).range(QUERY, GRID);
      new Prometheus(transport).instant(QUERY, Instant.ofEpochMilli(1_700_000_000_007L));
      assertThat(server.asked())
          .extracting(ScriptedServer.Asked::query)
          .containsExactly(
              "query=up&start=1000.000&end=1001.500&step=0.500", "query=up&time=1700000000.007");
    }
  }

  private static Matrix matrix(String json) {
    return ok(range(200, json));
  }

  private static Result<Matrix> range(int status, String json) {
    return new Prometheus(new CannedTransport(status, json)).range(QUERY, GRID);
  }

  private static <T> T ok(Result<T> result) {
    return result.orElse(failure -> {
      throw new AssertionError(failure.toString());
    });
  }

  private static Failure failure(Result<?> result) {
    return ((Result.Failed<?>) result).failure();
  }
}
