package dev.sluice.drill.argo;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When to look again though nothing changes.
final class Wakes {
  private @Nullable Instant soonest;

  void at(Instant moment) {
    if (soonest == null || moment.isBefore(soonest)) {
      soonest = moment;
    }
  }

  Optional<Instant> soonest() {
    return Optional.ofNullable(soonest);
  }
}
