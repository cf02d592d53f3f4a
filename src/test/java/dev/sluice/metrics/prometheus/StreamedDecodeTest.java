package dev.sluice.metrics.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sluice.judge.Series;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the streamed reading against a plain one over generated answers.
class StreamedDecodeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsTheSameAsAPlainReadingOfTheTree(int seed) throws IOException {
    var random = new Random(seed);
    var grid =
        new Grid(random.nextLong(1L << 41), 1 + random.nextInt(90_000), 1 + random.nextInt(400));
    var text = answer(random, grid);
    var prometheus = new Prometheus(new CannedTransport(200, text));

    var matrix =
        prometheus
            .range(new Query("q", "q"), grid)
            .orElse(failure -> {
              throw new AssertionError(failure.toString());
            });

    var result = JSON.readTree(text).path("data").path("result");
    assertThat(matrix.lines()).hasSize(result.size());
    for (int i = 0; i < result.size(); i++) {
      assertThat(matrix.lines().get(i).series())
          .isEqualTo(new Series(grid.times(), values(result.get(i), grid)));
      assertThat(matrix.lines().get(i).labels())
          .isEqualTo(JSON.convertValue(result.get(i).get("metric"), java.util.Map.class));
    }
  }

  private static double[] values(JsonNode series, Grid grid) {
    var values = new double[grid.size()];
    Arrays.fill(values, Double.NaN);
    for (var pair : series.get("values")) {
      long time = pair.get(0).decimalValue().movePointRight(3).longValueExact();
      values[(int) ((time - grid.start()) / grid.step())] = value(pair.get(1).asText());
    }
    return values;
  }

  private static double value(String text) {
    return text.endsWith("Inf")
        ? (text.startsWith("-") ? -1 : 1) * Double.POSITIVE_INFINITY
        : Double.parseDouble(text);
  }

  private static String answer(Random random, Grid grid) throws IOException {
    var root = JSON.createObjectNode().put("status", "success");
    var data = root.putObject("data").put("resultType", "matrix");
    var result = data.putArray("result");
    for (int s = random.nextInt(5); s > 0; s--) {
      var series = result.addObject();
      var metric = series.putObject("metric");
      for (int l = random.nextInt(4); l > 0; l--) {
        metric.put("l" + l, "v\"\\\n" + Character.toString(random.nextInt(0x20, 0x2000)));
      }
      points(random, grid, series.putArray("values"));
    }
    return JSON.writeValueAsString(root);
  }

  private static void points(Random random, Grid grid, ArrayNode values) {
    var times = grid.times();
    for (long time : times) {
      if (random.nextInt(4) > 0) {
        values.addArray().add(new java.math.BigDecimal(time).movePointLeft(3)).add(value(random));
      }
    }
  }

  private static String value(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> "NaN";
      case 1 -> "+Inf";
      case 2 -> "-Inf";
      case 3 -> "0";
      case 4 -> "" + random.nextInt();
      default -> "" + Math.scalb(random.nextGaussian(), random.nextInt(-80, 80));
    };
  }
}
