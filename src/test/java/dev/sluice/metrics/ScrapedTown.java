package dev.sluice.metrics;

import dev.sluice.drill.prometheus.PrometheusServer;
import dev.sluice.drill.prometheus.store.Labels;
import dev.sluice.drill.prometheus.store.SampleStore;
import dev.sluice.drill.world.Backend;
import dev.sluice.metrics.http.Transport;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A Prometheus in memory that scrapes the pods of one service every 15 s. Every pod answers 400
/// requests between two scrapes, of which the given number fails; none of them is slow.
final class ScrapedTown implements Transport {
  static final Duration SCRAPE = Duration.ofSeconds(15);

  private static final int EACH = 400;

  private final SampleStore samples = new SampleStore(4000);
  private final PrometheusServer server;
  private final Map<String, Pod> pods = new LinkedHashMap<>();
  Instant now;
  boolean down;
  int asked;

  private static final class Pod {
    private long all;
    private long bad;
    private final int each;

    private Pod(int each) {
      this.each = each;
    }
  }

  ScrapedTown(Instant begin) {
    now = begin;
    server = new PrometheusServer(samples, () -> now);
  }

  /// Pods `checkout-HASH-1` and so on.
  ScrapedTown pods(String hash, int count, int bad) {
    for (int i = 1; i <= count; i++) {
      pods.put("checkout-" + hash + "-" + i, new Pod(bad));
    }
    return this;
  }

  void gone(String hash) {
    pods.keySet().removeIf(pod -> pod.startsWith("checkout-" + hash + "-"));
  }

  /// The counters of that pod begin anew.
  void restart(String pod) {
    pods.computeIfPresent(pod, (_, old) -> new Pod(old.each));
  }

  void until(Instant end) {
    while (now.isBefore(end)) {
      now = now.plus(SCRAPE);
      pods.values()
          .forEach(pod -> {
            pod.all += EACH;
            pod.bad += pod.each;
          });
      samples.scrape(now, this::put);
    }
  }

  void after(Duration time) {
    until(now.plus(time));
  }

  private void put(SampleStore.Sink sink) {
    pods.forEach((name, pod) -> {
      put(sink, "count", name, "200", "", pod.all - pod.bad);
      put(sink, "count", name, "500", "", pod.bad);
      for (var le : List.of("0.25", "0.5", "+Inf")) {
        put(sink, "bucket", name, "200", le, pod.all - pod.bad);
        put(sink, "bucket", name, "500", le, pod.bad);
      }
    });
  }

  private static void put(
      SampleStore.Sink sink, String kind, String pod, String code, String le, long value) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("namespace", "shop");
    labels.put("pod", pod);
    labels.put("http_response_status_code", code);
    if (!le.isEmpty()) {
      labels.put("le", le);
    }
    sink.put(Labels.of("http_server_request_duration_seconds_" + kind, labels), (double) value);
  }

  @Override
  public String where() {
    return "memory";
  }

  @Override
  public <T> Result<T> ask(String path, List<Parameter> parameters, Body<T> body) {
    asked++;
    if (down) {
      return Result.failed(new Failure.Unreachable("memory", Words.of("test")));
    }
    var query =
        parameters.stream().collect(Collectors.toMap(Parameter::name, one -> List.of(one.value())));
    var answer = server.answer(new Backend.Request("GET", path, query, ""));
    try {
      return body.read(answer.status(), new ByteArrayInputStream(answer.bytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
