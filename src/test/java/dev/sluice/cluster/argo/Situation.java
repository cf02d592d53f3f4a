package dev.sluice.cluster.argo;

import dev.sluice.cluster.argo.ModelCluster.Kind;
import java.util.function.Consumer;

/// Where a rollback starts from.
record Situation(String name, Kind kind, Consumer<ModelCluster> history) {

  ModelCluster build() {
    var cluster = new ModelCluster(kind, "a");
    history.accept(cluster);
    return cluster;
  }

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
