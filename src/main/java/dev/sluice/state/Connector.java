package dev.sluice.state;

import dev.sluice.release.Result;

/// Opens consoles.
public interface Connector {

  /// Starts connecting and watching. Returns as soon as it is clear what to connect to; how each
  /// connection fares is in the session's state. Fails only when there is nothing to connect to.
  Result<Session> connect(Selection selection);
}
