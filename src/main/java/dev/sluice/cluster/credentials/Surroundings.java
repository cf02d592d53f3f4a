package dev.sluice.cluster.credentials;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/// What connecting needs from the machine it runs on.
///
/// @param approval which programs may be run
/// @param environment where programs are looked up, and what they are given
/// @param patience how long a program may take; it may wait for a person in a browser
public record Surroundings(
    ExecApproval approval,
    Map<String, String> environment,
    InstantSource clock,
    Duration patience) {

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /// Of this process.
  public static Surroundings ofProcess(ExecApproval approval) {
    return new Surroundings(
        approval, System.getenv(), InstantSource.system(), Duration.ofMinutes(2));
  }
}
