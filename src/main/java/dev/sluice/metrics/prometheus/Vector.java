package dev.sluice.metrics.prometheus;

import dev.sluice.text.Words;
import java.util.List;
import java.util.Map;

/// The answer to an instant query.
///
/// @param notices what Prometheus warns of
public record Vector(List<Sample> samples, List<Words> notices) {

  public Vector {
    samples = List.copyOf(samples);
    notices = List.copyOf(notices);
  }

  /// One series' value.
  ///
  /// @param time milliseconds of the epoch
  public record Sample(Map<String, String> labels, long time, double value) {
    public Sample {
      labels = Map.copyOf(labels);
    }
  }
}
