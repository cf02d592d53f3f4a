package dev.sluice.drill.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.drill.prometheus.promql.BadQueryException;
import dev.sluice.drill.prometheus.promql.Query;
import dev.sluice.drill.prometheus.store.Labels;
import dev.sluice.drill.prometheus.store.SampleStore;
import dev.sluice.drill.world.Backend;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// Speaks as much of Prometheus' HTTP API as consoles ask for: queries, series, labels, build
/// information. Protocol: prometheus.io/docs/prometheus/latest/querying/api.
public final class PrometheusServer implements Backend {
  private static final long MOST_POINTS = 11_000;
  private static final String API = "/api/v1/";

  private final SampleStore samples;
  private final InstantSource clock;
  private volatile boolean down;

  /// @param clock what counts as now where a query does not say when
  public PrometheusServer(SampleStore samples, InstantSource clock) {
    this.samples = samples;
    this.clock = clock;
  }

  /// Whether its process is away; then whoever stands in front answers that.
  public void down(boolean on) {
    down = on;
  }

  @Override
  public Answer answer(Request request) {
    if (down) {
      return new Answer(503, "text/plain; charset=utf-8", "no available server\n");
    }
    try {
      return routed(request.path(), Parameters.of(request));
    } catch (BadParameterException bad) {
      return Answers.error(400, "bad_data", "" + bad.getMessage());
    }
  }

  private Answer routed(String path, Parameters asked) {
    if (path.startsWith(API + "label/") && path.endsWith("/values")) {
      var label = path.substring((API + "label/").length(), path.length() - "/values".length());
      return values(asked, label);
    }
    return switch (path) {
      case API + "query" -> instant(asked);
      case API + "query_range" -> range(asked);
      case API + "series" -> series(asked);
      case API + "labels" -> listed(asked, labels -> labels.all().keySet().stream());
      case API + "status/buildinfo" -> buildInformation();
      case "/-/healthy" -> text(200, "Prometheus Server is Healthy.\n");
      case "/-/ready" -> text(200, "Prometheus Server is Ready.\n");
      default -> text(404, "404 page not found\n");
    };
  }

  private Answer instant(Parameters asked) {
    long time = asked.has("time") ? asked.time("time") : clock.millis();
    return evaluated(
        asked, query -> samples.read(reader -> Answers.value(query.over(reader).at(time), time)));
  }

  private Answer range(Parameters asked) {
    long start = asked.time("start");
    long end = asked.time("end");
    long step = asked.span("step");
    if (end < start) {
      throw Parameters.bad("end", "end timestamp must not be before start time");
    } else if (step <= 0) {
      throw Parameters.bad(
          "step",
          "zero or negative query resolution step widths are not accepted. Try a positive integer");
    } else if ((end - start) / step > MOST_POINTS) {
      return Answers.error(
          400,
          "bad_data",
          "exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query"
              + " resolution (?step=XX)");
    }
    return evaluated(
        asked,
        query -> {
          if (!query.hasRange()) {
            throw Parameters.bad(
                "query",
                "invalid expression type \"%s\" for range query, must be Scalar or instant Vector"
                    .formatted(query.kind()));
          }
          return samples.read(reader -> {
            var values = query.over(reader);
            var matrix = new Answers.Matrix();
            for (long time = start; time <= end; time += step) {
              matrix.add(values.at(time), time);
            }
            return matrix.json();
          });
        });
  }

  private static Answer evaluated(Parameters asked, Function<Query, JsonNode> evaluation) {
    var query = parsed("query", asked.text("query"));
    try {
      return Answers.success(evaluation.apply(query));
    } catch (BadQueryException bad) {
      return Answers.error(422, "execution", "" + bad.getMessage());
    }
  }

  private static Query parsed(String name, String text) {
    try {
      return Query.parse(text);
    } catch (BadQueryException bad) {
      throw Parameters.bad(name, "" + bad.getMessage());
    }
  }

  private Answer series(Parameters asked) {
    if (asked.texts("match[]").isEmpty()) {
      throw new BadParameterException("no match[] parameter provided");
    }
    var result = JsonNodeFactory.instance.arrayNode();
    matched(asked).forEach(labels -> result.add(Answers.metric(labels)));
    return Answers.success(result);
  }

  private Answer values(Parameters asked, String label) {
    return listed(asked, labels -> Stream.of(labels.get(label)).filter(text -> !text.isEmpty()));
  }

  private Answer listed(Parameters asked, Function<Labels, Stream<String>> texts) {
    var result = JsonNodeFactory.instance.arrayNode();
    var sorted = new TreeSet<String>();
    matched(asked).forEach(labels -> texts.apply(labels).forEach(sorted::add));
    sorted.forEach(result::add);
    return Answers.success(result);
  }

  /// The labels of the series that are selected; of all, where nothing says which.
  private List<Labels> matched(Parameters asked) {
    var queries = asked.texts("match[]").stream().map(text -> parsed("match[]", text)).toList();
    return samples.read(reader ->
        (queries.isEmpty()
                ? reader.all().stream()
                : queries.stream().flatMap(query -> query.series(reader).stream()))
            .map(track -> track.labels())
            .distinct()
            .toList());
  }

  private static Answer buildInformation() {
    return Answers.success(
        JsonNodeFactory.instance
            .objectNode()
            .put("version", "3.0.0-drill")
            .put("revision", "drill"));
  }

  private static Answer text(int status, String body) {
    return new Answer(status, "text/plain; charset=utf-8", body);
  }
}
