package dev.sluice.state;

/// What is to be said in one word of a revision that users are on, beside its stable one.
public enum Opinion {
  /// Worse than tolerated, or over a limit.
  WORSE,
  /// The engine's own analysis of it failed, so that the engine takes it back.
  ANALYSIS_FAILED,
  /// Neither that nor the contrary is shown.
  UNDECIDED,
  /// Every measure shows that it is not worse than its stage allows. Gates may hold it all the
  /// same.
  NOT_WORSE,
  /// Nothing is known by which to say it, or nothing recent.
  UNKNOWN
}
