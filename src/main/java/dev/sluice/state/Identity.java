package dev.sluice.state;

import dev.sluice.gate.Limits;
import dev.sluice.text.Words;
import java.time.Duration;
import java.util.Optional;

/// A cluster connection as the console knows it.
///
/// @param context the kubeconfig context
/// @param user who the API server takes us for
/// @param readOnly why it may only be read, if so
/// @param limits what canaries are held to there
/// @param clockAhead how far the API server's clock is ahead of ours; may be negative
public record Identity(
    String context, String user, Optional<Words> readOnly, Limits limits, Duration clockAhead) {

  /// The same with another clock.
  public Identity with(Duration ahead) {
    return new Identity(context, user, readOnly, limits, ahead);
  }
}
