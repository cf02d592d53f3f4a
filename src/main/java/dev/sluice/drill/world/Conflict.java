package dev.sluice.drill.world;

/// A write carried the resourceVersion of an object that has changed since: read again.
public final class Conflict extends Refusal {
  private static final long serialVersionUID = 1L;

  public Conflict(Resource resource, String name) {
    super(
        409,
        "Conflict",
        "Operation cannot be fulfilled on "
            + resource.qualified()
            + " \""
            + name
            + "\": the object has been modified; please apply your changes to the latest version"
            + " and try again");
  }
}
