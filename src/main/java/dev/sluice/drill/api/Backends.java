package dev.sluice.drill.api;

import dev.sluice.drill.world.Backend;
import java.util.Optional;

/// What answers behind the drill's Services.
@FunctionalInterface
public interface Backends {

  /// Empty when nothing does.
  Optional<Backend> behind(String namespace, String service);
}
