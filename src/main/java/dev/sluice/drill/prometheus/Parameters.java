package dev.sluice.drill.prometheus;

import dev.sluice.drill.prometheus.promql.Spans;
import dev.sluice.drill.world.Backend;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a request asks, in its address or its form.
record Parameters(Map<String, List<String>> all) {

  static Parameters of(Backend.Request request) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    request.query().forEach((name, values) -> all.put(name, new ArrayList<>(values)));
    for (var part : request.body().split("&", -1)) {
      var pair = part.split("=", 2);
      if (pair.length == 2) {
        all.computeIfAbsent(decoded(pair[0]), _ -> new ArrayList<>()).add(decoded(pair[1]));
      }
    }
    return new Parameters(all);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /// Empty for one that is not given.
  String text(String name) {
    return all.getOrDefault(name, List.of("")).getFirst();
  }

  List<String> texts(String name) {
    return all.getOrDefault(name, List.of());
  }

  boolean has(String name) {
    return !text(name).isEmpty();
  }

  /// Milliseconds of the epoch, written in seconds or by RFC 3339.
  long time(String name) {
    var text = text(name);
    try {
      return Math.round(Double.parseDouble(text) * 1000);
    } catch (NumberFormatException _) {
      try {
        return OffsetDateTime.parse(text).toInstant().toEpochMilli();
      } catch (DateTimeException _) {
        throw bad(name, "cannot parse \"" + text + "\" to a valid timestamp");
      }
    }
  }

  /// Milliseconds, written in seconds or as a duration.
  long span(String name) {
    var text = text(name);
    if (Spans.is(text)) {
      return Spans.millis(text);
    }
    try {
      return Math.round(Double.parseDouble(text) * 1000);
    } catch (NumberFormatException _) {
      throw bad(name, "cannot parse \"" + text + "\" to a valid duration");
    }
  }

  static BadParameterException bad(String name, String problem) {
    return new BadParameterException("invalid parameter \"" + name + "\": " + problem);
  }
}
