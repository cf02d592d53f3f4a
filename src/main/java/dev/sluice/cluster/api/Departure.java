package dev.sluice.cluster.api;

import okhttp3.Call;
import okhttp3.EventListener;

/// Notes whether a request may have left. Until its body has begun to be written (or its headers,
/// when it has none) the API server cannot have acted on it.
final class Departure extends EventListener {
  private final boolean hasBody;
  private volatile boolean begun;

  Departure(boolean hasBody) {
    this.hasBody = hasBody;
  }

  boolean mayHaveLeft() {
    return begun;
  }

  @Override
  public void requestHeadersStart(Call call) {
    begun |= !hasBody;
  }

  @Override
  public void requestBodyStart(Call call) {
    begun = true;
  }
}
