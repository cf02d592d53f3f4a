package dev.sluice.app;

import dev.sluice.cluster.kubeconfig.Sources;
import dev.sluice.release.Result;
import dev.sluice.state.Exercise;
import dev.sluice.state.Selection;
import dev.sluice.state.Session;
import dev.sluice.state.Survey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The clusters of the user's kubeconfig, and the practice cluster.
///
/// @param drills opens the practice cluster
record KubernetesDoors(KubernetesConnector connector, Surveys surveys, Drills drills)
    implements Doors {

  @Override
  public Session clusters(Selection selection) {
    return connector.window(selection);
  }

  @Override
  public Result<Session> drill(Optional<String> exercise) {
    return drills.open(exercise).map(session -> session);
  }

  @Override
  public List<Exercise> exercises() {
    return drills.exercises();
  }

  @Override
  public Survey survey(Selection selection) {
    return surveys.of(Sources.ofProcess(selection.kubeconfig().map(Path::of).stream().toList()));
  }
}
