package dev.sluice.ui.chart;

import dev.sluice.ui.control.Mark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// One row below the charts: a metric that the engine measures, or an experiment.
///
/// @param name the metric's or the experiment's
/// @param of the run it belongs to, may be empty
/// @param words how it stands: `3 good, 1 failed`
/// @param condition what a measurement must meet, as the manifest writes it, may be empty
/// @param to empty while it runs
/// @param limit a line to draw, where the condition is one comparison
/// @param dots oldest first
public record RunView(
    String name,
    String of,
    Mark mark,
    String words,
    String condition,
    Instant from,
    Optional<Instant> to,
    OptionalDouble limit,
    List<Dot> dots) {

  public RunView {
    dots = List.copyOf(dots);
  }

  /// One measurement.
  ///
  /// @param value where it is a number
  public record Dot(Instant at, Mark mark, OptionalDouble value) {}
}
