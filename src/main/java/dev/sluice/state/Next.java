package dev.sluice.state;

import java.util.List;
import java.util.stream.Stream;

/// The state after an event and what it asks of the outside world.
public record Next(ConsoleState state, List<Effect> effects) {

  public Next {
    effects = List.copyOf(effects);
  }

  static Next of(ConsoleState state, Effect... effects) {
    return new Next(state, List.of(effects));
  }

  /// What `later`, made from this state, adds.
  Next then(Next later) {
    return new Next(later.state, Stream.concat(effects.stream(), later.effects.stream()).toList());
  }
}
