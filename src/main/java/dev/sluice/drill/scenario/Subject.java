package dev.sluice.drill.scenario;

/// A release that lessons are about.
///
/// @param old the image that stands
/// @param fresh the image that is brought out
public record Subject(String namespace, String rollout, String old, String fresh) {
  private static final String REGISTRY = "registry.example/";

  /// A canary behind an ingress.
  static final Subject CHECKOUT =
      new Subject("shop", "checkout", REGISTRY + "checkout:v1.8.3", REGISTRY + "checkout:v1.9.0");

  /// A blue-green.
  static final Subject LEDGER =
      new Subject("pay", "ledger", REGISTRY + "ledger:v4.2.1", REGISTRY + "ledger:v4.3.0");
}
