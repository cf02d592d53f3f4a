package dev.sluice.drill.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.prometheus.promql.Value;
import dev.sluice.drill.prometheus.store.Labels;
import dev.sluice.drill.world.Backend;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Answers as Prometheus writes them.
final class Answers {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Answers() {}

  static Backend.Answer success(JsonNode data) {
    var answer = JSON.objectNode().put("status", "success");
    answer.set("data", data);
    return Backend.Answer.json(200, answer.toString());
  }

  static Backend.Answer error(int status, String type, String message) {
    var answer =
        JSON.objectNode().put("status", "error").put("errorType", type).put("error", message);
    return Backend.Answer.json(status, answer.toString());
  }

  /// An instant query's.
  static JsonNode value(Value value, long time) {
    var data = JSON.objectNode();
    switch (value) {
      case Value.Scalar(var number) ->
          data.put("resultType", "scalar").set("result", point(time, written(number)));
      case Value.Text(var text) ->
          data.put("resultType", "string").set("result", point(time, text));
      case Value.Vector(var samples) -> {
        var result = data.put("resultType", "vector").putArray("result");
        for (var sample : samples) {
          series(result, sample.labels()).set("value", point(time, written(sample.value())));
        }
      }
    }
    return data;
  }

  /// A range query's, put together moment by moment.
  static final class Matrix {
    private final Map<Labels, ArrayNode> points = new LinkedHashMap<>();

    void add(Value value, long time) {
      var samples =
          switch (value) {
            case Value.Scalar(var number) -> List.of(new Value.Sample(Labels.NONE, number));
            case Value.Vector(var some) -> some;
            case Value.Text _ -> List.<Value.Sample>of();
          };
      for (var sample : samples) {
        points
            .computeIfAbsent(sample.labels(), _ -> JSON.arrayNode())
            .add(point(time, written(sample.value())));
      }
    }

    JsonNode json() {
      var data = JSON.objectNode().put("resultType", "matrix");
      var result = data.putArray("result");
      points.forEach((labels, values) -> series(result, labels).set("values", values));
      return data;
    }
  }

  private static ObjectNode series(ArrayNode result, Labels labels) {
    var series = result.addObject();
    series.set("metric", metric(labels));
    return series;
  }

  static ObjectNode metric(Labels labels) {
    var metric = JSON.objectNode();
    labels.all().forEach(metric::put);
    return metric;
  }

  private static ArrayNode point(long time, String value) {
    var seconds =
        time % 1000 == 0
            ? JSON.numberNode(time / 1000)
            : JSON.numberNode(BigDecimal.valueOf(time, 3));
    return JSON.arrayNode().add(seconds).add(value);
  }

  /// As Go writes it with as few digits as tell it from every other.
  static String written(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    } else if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    var plain = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    return Objects.equals(plain, "0") && 1 / value < 0 ? "-0" : plain;
  }
}
