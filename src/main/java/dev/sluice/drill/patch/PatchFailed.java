package dev.sluice.drill.patch;

import dev.sluice.drill.world.Refusal;

/// A JSON Patch that cannot be applied to the object as it is. The API server names neither the
/// object nor the cause.
public final class PatchFailed extends Refusal {
  private static final long serialVersionUID = 1L;

  PatchFailed() {
    super(422, "Invalid", "the server rejected our request due to an error in our request");
  }
}
