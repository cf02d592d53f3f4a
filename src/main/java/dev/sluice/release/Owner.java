package dev.sluice.release;

/// Who writes the manifest, and so who may write over what a person changes here.
public sealed interface Owner {

  /// Nobody known: what is changed stays changed.
  record Nobody() implements Owner {}

  /// An Argo CD application.
  ///
  /// @param proven whether it says so itself; else only a label does, which others use as well, and
  ///   it is taken for the owner to be safe
  record ArgoCd(String application, boolean proven) implements Owner {

    /// One that says so itself.
    public ArgoCd(String application) {
      this(application, true);
    }
  }

  /// A Flux Kustomization or HelmRelease, `namespace/name`.
  record Flux(String source) implements Owner {}

  /// A Helm release, which writes only when somebody runs it.
  record Helm(String release) implements Owner {}

  /// Whether a running process puts the manifest back by itself.
  default boolean heals() {
    return switch (this) {
      case ArgoCd _, Flux _ -> true;
      case Nobody _, Helm _ -> false;
    };
  }
}
