package dev.sluice.drill.traffic;

import java.time.Duration;

/// How the pods of a version serve as time goes on.
@FunctionalInterface
public interface Behaviour {
  /// As it should.
  Behaviour GOOD = _ -> Quality.GOOD;

  /// How they serve now.
  ///
  /// @param serving for how long the version has had requests
  Quality at(Duration serving);

  static Behaviour steady(Quality quality) {
    return _ -> quality;
  }

  /// Fails more and more.
  ///
  /// @param after for how long all is well
  /// @param perMinute by how much the share of failures grows, 0 to 1
  /// @param most the share it comes to
  static Behaviour leak(Duration after, double perMinute, double most) {
    return serving -> {
      double minutes = Math.max(0, serving.minus(after).toMillis() / 60_000.0);
      return Quality.GOOD.withErrors(Math.min(most, Quality.GOOD.errors() + minutes * perMinute));
    };
  }

  /// Turns from one moment to the next.
  ///
  /// @param after for how long all is well
  static Behaviour cliff(Duration after, Quality then) {
    return serving -> serving.compareTo(after) < 0 ? Quality.GOOD : then;
  }
}
