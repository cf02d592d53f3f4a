package dev.sluice.app;

import dev.sluice.cluster.kubeconfig.Context;
import dev.sluice.cluster.kubeconfig.Kubeconfig;
import dev.sluice.cluster.kubeconfig.Sources;
import dev.sluice.release.Result;
import dev.sluice.state.Selection;
import java.nio.file.Path;
import java.util.List;

/// The contexts that a selection means.
final class Contexts {

  private Contexts() {}

  /// One for each that was named, else the current one; never empty. Where no context could be read
  /// at all, the first mistake says why.
  static List<Result<Context>> chosen(Selection selection) {
    var kubeconfig =
        Kubeconfig.load(Sources.ofProcess(selection.kubeconfig().map(Path::of).stream().toList()));
    if (kubeconfig.contexts().isEmpty() && !kubeconfig.problems().isEmpty()) {
      return List.of(Result.failed(kubeconfig.problems().getFirst()));
    }
    return selection.contexts().isEmpty()
        ? List.of(kubeconfig.currentContext())
        : selection.contexts().stream().distinct().map(kubeconfig::context).toList();
  }
}
