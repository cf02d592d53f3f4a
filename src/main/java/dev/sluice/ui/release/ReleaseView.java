package dev.sluice.ui.release;

import dev.sluice.act.Facts;
import dev.sluice.release.Action;
import dev.sluice.release.ReleaseRef;
import dev.sluice.ui.chart.ChartsView;
import dev.sluice.ui.control.PlanView;
import dev.sluice.ui.verdict.EvidenceView;
import java.util.List;
import java.util.Optional;

/// Everything the release page shows, ready to be drawn. Equal views look the same, so that a part
/// that equals the one before is not touched.
///
/// @param facts what gestures begun on this view are bound to
/// @param stale whether what the cluster told may no longer be so
/// @param clusters the other clusters it runs in
/// @param evidence what lies behind the verdict
/// @param news most urgent first
/// @param timeline newest first
/// @param acted who acted last
/// @param armed the action whose plan is shown, if any
/// @param log the log that is being read, if any
public record ReleaseView(
    ReleaseRef ref,
    Facts facts,
    boolean stale,
    HeadView head,
    ClustersView clusters,
    List<NewsView> news,
    RouteView route,
    ChartsView charts,
    EvidenceView evidence,
    SideView side,
    BarView bar,
    List<MomentView> timeline,
    String acted,
    Optional<ArmedView> armed,
    Optional<LogView> log) {

  public ReleaseView {
    news = List.copyOf(news);
    timeline = List.copyOf(timeline);
  }

  /// An action that waits for its gesture.
  ///
  /// @param facts what it is bound to
  public record ArmedView(Action action, Facts facts, PlanView plan) {}
}
