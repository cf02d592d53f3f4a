package dev.sluice.state;

import java.nio.file.Path;
import java.util.List;

/// Which clusters and which parts of them a console is opened on.
///
/// @param kubeconfigs files named by the user; empty for the usual places
/// @param contexts names of contexts; empty for the current one
/// @param namespaces empty for each context's own namespace
/// @param allNamespaces every namespace, whatever `namespaces` says
public record Selection(
    List<Path> kubeconfigs, List<String> contexts, List<String> namespaces, boolean allNamespaces) {

  public Selection {
    kubeconfigs = List.copyOf(kubeconfigs);
    contexts = List.copyOf(contexts);
    namespaces = List.copyOf(namespaces);
  }
}
