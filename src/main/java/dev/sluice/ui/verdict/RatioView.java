package dev.sluice.ui.verdict;

/// How many times stable’s share of bad requests the canary has, and what it is held to.
///
/// @param ratio the likeliest; `NaN` while nothing is known
/// @param low the ratio is above this
/// @param high and below this; infinite while nothing bounds it
/// @param tolerated up to this it is no regression
/// @param asked what it must be proved to be below at this stage; `NaN` where nothing is asked
public record RatioView(double ratio, double low, double high, double tolerated, double asked) {

  /// Whether there is anything to draw.
  public boolean known() {
    return !Double.isNaN(ratio) && ratio > 0;
  }

  /// Whether the stage asks for a proof.
  public boolean asks() {
    return !Double.isNaN(asked);
  }
}
