package dev.sluice.drill.world;

import java.util.Objects;

/// What the API server answers instead of doing it: the HTTP code, the machine's reason and the
/// sentence of its `Status`.
public class Refusal extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final String reason;

  public Refusal(int code, String reason, String message) {
    super(message);
    this.code = code;
    this.reason = reason;
  }

  public static Refusal notFound(Resource resource, String name) {
    return new Refusal(404, "NotFound", resource.qualified() + " \"" + name + "\" not found");
  }

  public static Refusal alreadyExists(Resource resource, String name) {
    return new Refusal(
        409, "AlreadyExists", resource.qualified() + " \"" + name + "\" already exists");
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNullElse(super.getMessage(), reason);
  }

  public int code() {
    return code;
  }

  public String reason() {
    return reason;
  }
}
