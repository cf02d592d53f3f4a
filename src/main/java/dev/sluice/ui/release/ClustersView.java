package dev.sluice.ui.release;

import dev.sluice.state.Event;
import java.util.List;
import java.util.Optional;

/// A release in several clusters, side by side.
///
/// @param clusters empty where there is one only
public record ClustersView(List<ClusterView> clusters, Optional<Together> together) {

  /// In one cluster only.
  static final ClustersView NONE = new ClustersView(List.of(), Optional.empty());

  public ClustersView {
    clusters = List.copyOf(clusters);
  }

  /// Going back in more than one of them by one gesture.
  ///
  /// @param label what the button says
  /// @param lines what becomes of each cluster
  /// @param fires one for each that goes back
  public record Together(String label, List<String> lines, List<Event.Fire> fires) {

    public Together {
      lines = List.copyOf(lines);
      fires = List.copyOf(fires);
    }
  }
}
