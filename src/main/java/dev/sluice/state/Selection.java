package dev.sluice.state;

import java.util.List;
import java.util.Optional;

/// Which clusters and which parts of them a console is opened on.
///
/// @param kubeconfig a file the user named; empty for the usual places
/// @param contexts names of contexts; empty for the current one
/// @param namespaces empty for each context's own namespace
/// @param everywhere every namespace, whatever `namespaces` says
public record Selection(
    Optional<String> kubeconfig,
    List<String> contexts,
    List<String> namespaces,
    boolean everywhere) {

  /// Nothing in particular: what kubectl would take.
  public static final Selection USUAL =
      new Selection(Optional.empty(), List.of(), List.of(), false);

  /// The same in every namespace.
  public Selection whole() {
    return new Selection(kubeconfig, contexts, List.of(), true);
  }

  public Selection {
    contexts = List.copyOf(contexts);
    namespaces = List.copyOf(namespaces);
  }
}
