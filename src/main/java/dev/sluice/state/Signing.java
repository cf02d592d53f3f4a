package dev.sluice.state;

import dev.sluice.act.Facts;
import dev.sluice.text.Words;
import java.util.Optional;

/// The newest signature that was asked for on the open release.
///
/// @param seen what was signed
/// @param refusal why it was refused; empty while it is under way or came through
public record Signing(Facts seen, Optional<Words> refusal) {

  /// Whether the same is asked for already, and was not refused.
  public boolean covers(Facts other) {
    return refusal.isEmpty() && seen.changedIn(other).isEmpty();
  }

  Signing refused(Words why) {
    return new Signing(seen, Optional.of(why));
  }
}
