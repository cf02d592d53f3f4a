package dev.sluice.app;

import dev.sluice.cluster.kubeconfig.Sources;
import dev.sluice.release.Result;
import dev.sluice.state.Selection;
import dev.sluice.state.Session;
import dev.sluice.state.Survey;
import java.nio.file.Path;
import java.util.function.Supplier;

/// The clusters of the user's kubeconfig, and the practice cluster.
///
/// @param practice opens the practice cluster
record KubernetesDoors(
    KubernetesConnector connector, Surveys surveys, Supplier<Result<Session>> practice)
    implements Doors {

  @Override
  public Session clusters(Selection selection) {
    return connector.window(selection);
  }

  @Override
  public Result<Session> drill() {
    return practice.get();
  }

  @Override
  public Survey survey(Selection selection) {
    return surveys.of(Sources.ofProcess(selection.kubeconfig().map(Path::of).stream().toList()));
  }
}
