package dev.sluice.cluster.watch;

import java.time.Duration;

/// How patient a watch is.
///
/// @param first the shortest pause after something went wrong; it doubles each time
/// @param longest the longest such pause
/// @param absent pause while the kind does not exist (its CRD is missing)
/// @param forbidden pause while the user may not read it
/// @param silence on HTTP/1.1, where no ping tells, how long a watch may be quiet before it is
///   opened anew; on HTTP/2 pings tell
/// @param probe time between two probes, and what an answer may take
/// @param stale how long nothing may prove the other end alive before what is shown counts as old
/// @param lifetime after which the API server is asked to end a watch, before jitter
public record Pace(
    Duration first,
    Duration longest,
    Duration absent,
    Duration forbidden,
    Duration silence,
    Duration probe,
    Duration stale,
    Duration lifetime) {

  /// Finds a dead connection within 10 s, and asks an API server in trouble less and less often.
  public static final Pace STANDARD =
      new Pace(
          Duration.ofMillis(250),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(7),
          Duration.ofSeconds(3),
          Duration.ofSeconds(8),
          Duration.ofMinutes(5));

  /// The same for one who goes by a clock that runs so many times as fast as the wall's: a dead
  /// connection is found just as soon by that clock.
  public Pace by(double speed) {
    return new Pace(
        first,
        longest,
        absent,
        forbidden,
        silence,
        Duration.ofMillis(Math.round(probe.toMillis() / speed)),
        stale,
        lifetime);
  }
}
