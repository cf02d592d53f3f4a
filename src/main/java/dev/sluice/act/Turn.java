package dev.sluice.act;

import java.time.Instant;
import java.util.List;

/// Where a pursuit stands after something happened, and what it asks for now.
public record Turn(Pursuit pursuit, List<Order> orders) {

  public Turn {
    orders = List.copyOf(orders);
  }

  static Turn of(Pursuit pursuit, Order... orders) {
    return new Turn(pursuit, List.of(orders));
  }

  /// Asks for a read as soon as one may be ordered, which is mostly now.
  static Turn read(Pursuit pursuit, Instant now) {
    var course = pursuit.course();
    return course.reads().possible(now)
        ? of(
            pursuit.with(course.with(course.reads().order(now))),
            new Order.Read(pursuit.errand().release()))
        : of(pursuit.with(course.with(course.reads().by(now))));
  }
}
