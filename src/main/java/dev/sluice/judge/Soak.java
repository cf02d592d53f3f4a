package dev.sluice.judge;

import java.time.Instant;

/// The stage that a release stands at.
///
/// @param weight percent of the traffic on the canary
/// @param since when it got there
/// @param notWorseThan the canary passes when it is proved to have less than this many times the
///   stable revision's share of bad requests
/// @param stages how many stages the release is judged at, which share the chance of a wrong «safe»
public record Soak(int weight, Instant since, double notWorseThan, int stages) {

  public Soak {
    if (!(notWorseThan > 1 && stages > 0)) {
      throw new IllegalArgumentException("not worse than " + notWorseThan + ", stages " + stages);
    }
  }
}
