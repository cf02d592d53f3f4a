package dev.sluice.drill.argo.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.argo.model.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// A metric of a run and its result so far.
///
/// @param spec of `spec.metrics`
/// @param result of `status.metricResults`
record Metric(JsonNode spec, ObjectNode result) {
  private static final int ERRORS_IN_A_ROW = 4;
  private static final Duration AFTER_ERROR = Duration.ofSeconds(10);

  String name() {
    return spec.path("name").asText();
  }

  Phase phase() {
    return Phase.of(result.path("phase").asText());
  }

  int count(String what) {
    return result.path(what).asInt();
  }

  private Optional<JsonNode> last() {
    var measurements = result.path("measurements");
    return measurements.isEmpty()
        ? Optional.empty()
        : Optional.of(measurements.path(measurements.size() - 1));
  }

  boolean measured() {
    return last().isPresent();
  }

  /// When it is measured next; empty for never.
  ///
  /// @param begun when the run began
  Optional<Instant> due(Instant begun) {
    if (phase().over() || enough()) {
      return Optional.empty();
    }
    var last = last();
    if (last.isEmpty()) {
      return Optional.of(begun.plus(Times.duration(spec.path("initialDelay"))));
    }
    var done = Times.read(last.get().path("finishedAt")).orElse(begun);
    if (Phase.of(last.get().path("phase").asText()) == Phase.ERROR) {
      return Optional.of(done.plus(AFTER_ERROR));
    }
    return spec.has("interval")
        ? Optional.of(done.plus(Times.duration(spec.path("interval"))))
        : Optional.empty();
  }

  private boolean enough() {
    int wanted = spec.path("count").asInt();
    if (wanted == 0) {
      return !spec.has("interval") && count("count") >= 1;
    }
    return count("count") >= wanted;
  }

  void add(Provider.Measurement measurement, Instant now) {
    var phase = measurement.phase();
    var added = result.withArray("/measurements").addObject().put("phase", phase.toString());
    added.put("startedAt", Times.text(now)).put("finishedAt", Times.text(now));
    if (!measurement.value().isEmpty()) {
      added.put("value", measurement.value());
    }
    if (!measurement.message().isEmpty()) {
      added.put("message", measurement.message());
    }
    raise(phase.toString().toLowerCase(Locale.ROOT));
    if (phase == Phase.ERROR) {
      raise("consecutiveError");
      result.remove("consecutiveSuccess");
      return;
    }
    raise("count");
    result.remove("consecutiveError");
    if (phase == Phase.SUCCESSFUL) {
      raise("consecutiveSuccess");
    } else {
      result.remove("consecutiveSuccess");
    }
  }

  private void raise(String count) {
    result.put(count, count(count) + 1);
  }

  /// Why it is no success; empty when no limit is passed.
  ///
  /// @return the reason as messages have it
  Optional<Verdict> broken() {
    int errors = limit("consecutiveErrorLimit", ERRORS_IN_A_ROW);
    if (count("consecutiveError") > errors) {
      return verdict(
          Phase.ERROR, "consecutiveErrors", count("consecutiveError"), "consecutiveError", errors);
    }
    int vague = limit("inconclusiveLimit", 0);
    if (count("inconclusive") > vague) {
      return verdict(
          Phase.INCONCLUSIVE, "inconclusive", count("inconclusive"), "inconclusive", vague);
    }
    int failures = limit("failureLimit", 0);
    return failures >= 0 && count("failed") > failures
        ? verdict(Phase.FAILED, "failed", count("failed"), "failure", failures)
        : Optional.empty();
  }

  /// A verdict and why it is so.
  record Verdict(Phase phase, String why) {}

  private int limit(String name, int otherwise) {
    return spec.path(name).asInt(otherwise);
  }

  private static Optional<Verdict> verdict(
      Phase phase, String name, int count, String limited, int limit) {
    var why = "%s (%d) > %sLimit (%d)".formatted(name, count, limited, limit);
    return Optional.of(new Verdict(phase, why));
  }

  /// How it stands by what was measured.
  Phase assess(boolean terminating) {
    if (phase().over()) {
      return phase();
    }
    if (last().isEmpty()) {
      return terminating ? Phase.SUCCESSFUL : Phase.PENDING;
    }
    var broken = broken().map(Verdict::phase);
    if (broken.isPresent()) {
      return broken.get();
    }
    int inARow = limit("consecutiveSuccessLimit", 0);
    if (inARow > 0 && count("consecutiveSuccess") >= inARow) {
      return Phase.SUCCESSFUL;
    }
    if (enough()) {
      return inARow > 0 ? Phase.INCONCLUSIVE : Phase.SUCCESSFUL;
    }
    return terminating ? Phase.SUCCESSFUL : Phase.RUNNING;
  }
}
