package dev.sluice.drill.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.drill.Drill;
import dev.sluice.drill.argo.ArgoRollouts;
import dev.sluice.drill.prometheus.PrometheusServer;
import dev.sluice.drill.prometheus.RemoteWrite;
import dev.sluice.drill.prometheus.store.Labels;
import dev.sluice.drill.prometheus.store.SampleStore;
import dev.sluice.drill.prometheus.store.Track;
import dev.sluice.drill.traffic.Behaviour;
import dev.sluice.drill.traffic.Traffic;
import dev.sluice.drill.world.Backend;
import dev.sluice.drill.world.Resource;
import dev.sluice.judge.Signal;
import dev.sluice.metrics.http.Transport.Parameter;
import dev.sluice.metrics.query.Placeholder;
import dev.sluice.metrics.query.Preset;
import dev.sluice.metrics.query.Template;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a drill measured of a canary that leaks errors and is aborted, pods that come and go, and a
/// blue-green, written into a real Prometheus too: the drill's evaluator and the real one answer
/// the same, point by point, to 1e-9.
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueriesOnPrometheusIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SHOP = "drilled-shop";
  private static final String STEP = "10";
  private static final List<String> BUCKET = List.of("0.5", "0.50");
  private static final Duration PAST = Duration.ofMinutes(35);

  private final TestBed bed = TestBed.shared();
  private final Instant start =
      Instant.ofEpochSecond(Instant.now().minus(Duration.ofMinutes(5)).getEpochSecond());
  private final SampleStore samples = new SampleStore(1200);
  private final PrometheusServer drilled = new PrometheusServer(samples, InstantSource.system());
  private String stable = "";
  private String canary = "";

  @BeforeAll
  void bothHaveTheSameSamples() {
    var measured = new SampleStore(1200);
    try (var drill = Drill.byHand(7, start, PAST, made -> begin(made, measured))) {
      var clock = drill.clock();
      clock.step(Duration.ofMinutes(3));
      stable = status(drill, "stableRS");
      canary = status(drill, "currentPodHash");
      abort(drill);
      clock.step(Duration.ofMinutes(2));
    }
    Map<Labels, NavigableMap<Long, Double>> all = new HashMap<>();
    measured.read(SampleStore.Reader::all).forEach(track -> all.put(renamed(track), values(track)));
    var times = new TreeSet<Long>();
    all.values().forEach(values -> times.addAll(values.keySet()));
    var writing = new RemoteWrite();
    all.forEach((labels, values) -> writing.add(labels, ended(values, times)));
    writing.send(bed.prometheus());
    times.forEach(time ->
        samples.scrape(
            Instant.ofEpochMilli(time),
            sink ->
                all.forEach((labels, values) -> {
                  var value = values.get(time);
                  if (value != null) {
                    sink.put(labels, value);
                  }
                })));
  }

  private void begin(Drill drill, SampleStore store) {
    var traffic = new Traffic(drill.world(), store, 7);
    var manifests = new Manifests(drill.world());
    drill.control(Drill.ARGO, new ArgoRollouts(drill.world()));
    drill.control("traffic", traffic);
    new Town(manifests, traffic).build(Lesson.LEAK);
    var image = Subject.CHECKOUT.fresh();
    traffic.behaviours().image(image, Behaviour.leak(Duration.ofMinutes(2), 0.01, 0.2));
    drill
        .clock()
        .at(start.minus(Duration.ofMinutes(12)), () -> manifests.image("shop", "checkout", image));
  }

  private static JsonNode rollout(Drill drill) {
    return drill.world().get(Resource.ROLLOUTS, "shop", "checkout").orElseThrow();
  }

  private static String status(Drill drill, String field) {
    return rollout(drill).path("status").path(field).asText();
  }

  private static void abort(Drill drill) {
    var rollout = drill.world().get(Resource.ROLLOUTS, "shop", "checkout").orElseThrow();
    rollout.withObject("/status").put("abort", true);
    drill.world().updateStatus(Resource.ROLLOUTS, rollout);
  }

  private static NavigableMap<Long, Double> values(Track track) {
    var window = track.window(0, Long.MAX_VALUE);
    var values = new TreeMap<Long, Double>();
    for (int i = 0; i < window.size(); i++) {
      values.put(window.times()[i], window.values()[i]);
    }
    return values;
  }

  private static Labels renamed(Track track) {
    var labels = track.labels();
    return labels.with("namespace", "drilled-" + labels.get("namespace"));
  }

  /// A scrape that does not have a series any more ends it.
  private static Map<Long, Double> ended(
      NavigableMap<Long, Double> values, NavigableSet<Long> times) {
    var ended = new TreeMap<>(values);
    values.keySet().stream()
        .map(times::higher)
        .filter(Objects::nonNull)
        .forEach(next -> ended.putIfAbsent(next, Double.NaN));
    return ended;
  }

  Stream<String> presets() {
    var values = new TreeMap<Placeholder, String>();
    values.put(Placeholder.NAMESPACE, SHOP);
    values.put(Placeholder.SERVICE, "checkout");
    values.put(Placeholder.STABLE_SERVICE, "checkout-stable");
    values.put(Placeholder.CANARY_SERVICE, "checkout-canary");
    values.put(Placeholder.STABLE, stable);
    values.put(Placeholder.CANARY, canary);
    List<String> queries = new ArrayList<>();
    for (var window : List.of("60000ms", "135000ms")) {
      values.put(Placeholder.WINDOW, window);
      templates().map(template -> template.fill(values).orElseThrow()).forEach(queries::add);
    }
    return queries.stream().distinct();
  }

  private static Stream<Template> templates() {
    return Stream.of(Preset.values())
        .flatMap(preset -> Stream.concat(signals(preset), counters(preset)));
  }

  private static Stream<Template> signals(Preset preset) {
    return Stream.of(Signal.values())
        .flatMap(signal -> preset.queries().pair(signal).stream())
        .flatMap(pair -> Stream.of(pair.canary(), pair.stable()));
  }

  private static Stream<Template> counters(Preset preset) {
    return Stream.of(true, false)
        .flatMap(canary -> {
          var queries = preset.counters(canary);
          var bucket = preset.bucket(canary, BUCKET);
          return Stream.of(queries.all(), queries.failed(), queries.bounds(), bucket);
        });
  }

  @ParameterizedTest
  @MethodSource("presets")
  void whatAPresetAsksIsAnsweredTheSame(String query) throws Exception {
    assertSame(query);
  }

  /// What a user's own query may be made of.
  Stream<String> others() {
    var count = "http_server_request_duration_seconds_count{namespace=\"" + SHOP + "\"}";
    var bucket = count.replace("_count", "_bucket");
    var used = "container_cpu_usage_seconds_total{namespace=\"" + SHOP + "\"}";
    return Stream.of(
        "irate(" + count + "[1m])",
        "increase(" + count + "[2m])",
        "rate(" + count + "[1m] offset 3m)",
        "sum by (pod) (rate(" + count + "[45s]))",
        "avg without (pod) (rate(" + used + "[1m]))",
        "histogram_quantile(0.5, sum by (le, pod) (rate(" + bucket + "[1m])))",
        "histogram_quantile(0.999, sum by (le) (rate(" + bucket + "[1m])))",
        "max_over_time(" + used + "[2m]) - min_over_time(" + used + "[2m])",
        "avg_over_time(" + used + "[90s])",
        "sum_over_time(" + used + "[1m]) / count_over_time(" + used + "[1m])",
        "last_over_time(" + used + "[1m])",
        "count(" + count + ") by (http_response_status_code)",
        "group by (pod) (" + used + ")",
        "sum(rate(" + count + "[1m])) > bool 100",
        "rate(" + count + "[1m]) > 3 and on (pod) " + used + " > 20",
        "rate(" + count + "[1m]) unless on (pod) " + used + " > 20",
        "clamp_max(rate(" + used + "[1m]), 0.2) ^ 2 % 0.01",
        "clamp(rate(" + used + "[1m]), 0.1, 0.15)",
        "-sqrt(rate(" + used + "[1m])) + scalar(ln(vector(2))) * 1",
        "scalar(sum(rate(" + used + "[1m]))) * vector(2) + time() % 60",
        "exp(floor(rate(" + used + "[1m]) * 10)) - ceil(abs(-0.5 * rate(" + used + "[1m])))",
        "sum(" + used + ") or sum(absent_metric)",
        "rate(" + used + "[1m]) / ignoring (container) rate(" + used + "[1m])",
        used + " > on (pod) 2 * rate(" + used + "[1m])",
        used + " >= ignoring (container) " + used,
        used + " >= bool " + used);
  }

  @ParameterizedTest
  @MethodSource("others")
  void whatElseItCanIsAnsweredTheSame(String query) throws Exception {
    assertSame(query);
  }

  private void assertSame(String query) throws Exception {
    var parameters =
        List.of(
            new Parameter("query", query),
            new Parameter("start", "" + start.minus(Duration.ofMinutes(20)).getEpochSecond()),
            new Parameter("end", "" + start.plus(Duration.ofMinutes(5)).getEpochSecond()),
            new Parameter("step", STEP));
    var really = points(real(parameters));
    var here =
        points(
            drilled
                .answer(
                    new Backend.Request(
                        "POST", "/api/v1/query_range", Map.of(), Parameter.encoded(parameters)))
                .body());
    assertThat(really.keySet()).as("series that are there").isNotEmpty();
    assertThat(here.keySet()).isEqualTo(really.keySet());
    really.forEach((key, value) ->
        assertThat(near(here.getOrDefault(key, Double.NaN), value))
            .as("%s: really %s, here %s", key, value, here.get(key))
            .isTrue());
  }

  private static boolean near(double one, double other) {
    return Double.compare(one, other) == 0
        || Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
  }

  private String real(List<Parameter> parameters) throws IOException, InterruptedException {
    var address = bed.prometheus() + "/api/v1/query_range?" + Parameter.encoded(parameters);
    try (var http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
          .body();
    }
  }

  /// By series and time.
  private static Map<String, Double> points(String answer) throws IOException {
    var root = JSON.readTree(answer);
    assertThat(root.path("status").asText()).as(answer).isEqualTo("success");
    Map<String, Double> points = new TreeMap<>();
    for (var series : root.at("/data/result")) {
      var labels = new TreeMap<String, String>();
      series
          .path("metric")
          .properties()
          .forEach(e -> labels.put(e.getKey(), e.getValue().asText()));
      for (var value : series.path("values")) {
        points.put(labels + " at " + value.path(0).asLong(), number(value.path(1).asText()));
      }
    }
    return points;
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
