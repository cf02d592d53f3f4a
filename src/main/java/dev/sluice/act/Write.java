package dev.sluice.act;

/// One write an engine knows, for example Argo's abort. Each engine has its own sealed set of them;
/// equal writes have equal effects on the same facts.
public interface Write {

  /// The engine's own name for it, as its users know it: `abort`, `undo` …
  String verb();
}
