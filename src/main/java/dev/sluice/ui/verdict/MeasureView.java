package dev.sluice.ui.verdict;

import dev.sluice.ui.control.Mark;

/// What is said of one measure.
///
/// @param name what is counted: `Failed requests`
/// @param words its ratio with its interval, or why there is none
/// @param tip requests and bad ones on each side, the evidence, and what would change the verdict
/// @param spoken all of it for those who do not see the plot
public record MeasureView(
    Mark mark, String name, String words, RatioView ratio, String tip, String spoken) {

  /// The same of something that is over.
  public MeasureView calm() {
    return new MeasureView(Mark.QUIET, name, words, ratio, tip, spoken);
  }
}
