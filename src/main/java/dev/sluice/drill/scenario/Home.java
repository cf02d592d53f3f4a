package dev.sluice.drill.scenario;

/// Where a release lives, and how large it is.
record Home(String namespace, String name, int replicas) {

  Home {
    if (replicas < 1) {
      throw new IllegalArgumentException("a release has pods");
    }
  }
}
