package dev.sluice.drill.prometheus;

/// A request that is not understood, with what Prometheus says of it.
final class BadParameterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadParameterException(String message) {
    super(message);
  }
}
