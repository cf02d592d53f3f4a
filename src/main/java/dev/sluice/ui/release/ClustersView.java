package dev.sluice.ui.release;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Event;
import java.util.List;
import java.util.Optional;

/// A release in several clusters, side by side.
///
/// @param clusters empty where there is one only
/// @param refusals where users are not back though they should be
public record ClustersView(
    List<ClusterView> clusters, Optional<Together> together, List<Refusal> refusals) {

  /// In one cluster only.
  static final ClustersView NONE = new ClustersView(List.of(), Optional.empty(), List.of());

  public ClustersView {
    clusters = List.copyOf(clusters);
    refusals = List.copyOf(refusals);
  }

  /// Going back in more than one of them by one gesture.
  ///
  /// @param label what the button says
  /// @param hint how to hold it, and where it does not reach
  /// @param lines what becomes of each cluster
  /// @param fires one for each that goes back
  public record Together(String label, String hint, List<String> lines, List<Event.Fire> fires) {

    public Together {
      lines = List.copyOf(lines);
      fires = List.copyOf(fires);
    }
  }

  /// A cluster that did not go back.
  ///
  /// @param open whether it is the one the page is about
  /// @param what that it did not
  /// @param why what the cluster answered, or which right is missing
  /// @param todo what a person can do about it
  /// @param command what somebody else can run for it
  public record Refusal(
      ReleaseRef ref, boolean open, String what, String why, String todo, String command) {}
}
