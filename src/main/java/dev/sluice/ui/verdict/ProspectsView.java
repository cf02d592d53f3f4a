package dev.sluice.ui.verdict;

import java.util.List;

/// What each stage will be able to tell at this service’s traffic.
///
/// @param lead at which traffic
/// @param measures the columns
public record ProspectsView(String lead, List<String> measures, List<Row> rows) {

  public ProspectsView {
    measures = List.copyOf(measures);
    rows = List.copyOf(rows);
  }

  /// A stage.
  ///
  /// @param stage its weight: `10 %`
  /// @param soak how long it lasts; empty where it waits for a person
  /// @param now whether the release stands there
  /// @param cells one a measure
  public record Row(String stage, String soak, boolean now, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// What a stage can tell by one measure.
  ///
  /// @param proves `below ×1.16`
  /// @param needs how long the policy’s cap would take, where the soak is too short for it; empty
  ///   where it is not
  /// @param sentence all of it
  public record Cell(String proves, String needs, String sentence) {}
}
