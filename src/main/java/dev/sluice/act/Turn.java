package dev.sluice.act;

import java.util.List;

/// Where a pursuit stands after something happened, and what it asks for now.
public record Turn(Pursuit pursuit, List<Order> orders) {

  public Turn {
    orders = List.copyOf(orders);
  }

  static Turn of(Pursuit pursuit, Order... orders) {
    return new Turn(pursuit, List.of(orders));
  }
}
