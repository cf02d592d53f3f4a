package dev.sluice.drill.debrief;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How a drill's time went by on the wall: it is run faster or slower on the way, and goes slower
/// by itself where the machine cannot keep up.
///
/// @param speed drill seconds to a second of the wall, where no two marks say how it went
/// @param marks in the order of time
public record Pace(double speed, List<Mark> marks) {

  /// A moment of the drill, and the wall's time that had gone by then.
  public record Mark(Instant drill, Duration wall) {}

  public Pace {
    marks = List.copyOf(marks);
  }

  /// One that never changed.
  public static Pace steady(double speed) {
    return new Pace(speed, List.of());
  }

  /// From one moment of the drill to another, by a watch on the wall.
  Duration between(Instant from, Instant to) {
    return Duration.ofMillis(Math.round(wall(to) - wall(from)));
  }

  /// Milliseconds of the wall's time at that moment of the drill.
  private double wall(Instant moment) {
    if (marks.isEmpty()) {
      return moment.toEpochMilli() / speed;
    }
    for (int i = 1; i < marks.size(); i++) {
      if (!marks.get(i).drill().isBefore(moment)) {
        return within(marks.get(i - 1), marks.get(i), moment);
      }
    }
    return after(marks.getLast(), moment);
  }

  /// A moment before the first mark lies on the line through the first two.
  private double within(Mark one, Mark other, Instant moment) {
    double drill = Duration.between(one.drill(), other.drill()).toMillis();
    if (drill == 0) {
      return after(one, moment);
    }
    double wall = other.wall().minus(one.wall()).toMillis();
    return one.wall().toMillis() + Duration.between(one.drill(), moment).toMillis() * wall / drill;
  }

  private double after(Mark last, Instant moment) {
    return last.wall().toMillis() + Duration.between(last.drill(), moment).toMillis() / speed;
  }
}
