package dev.sluice.drill.kubelet;

import java.time.Duration;
import java.util.List;

/// What goes wrong with a pod.
public sealed interface Mishap {

  /// Its container ends again and again.
  ///
  /// @param after how long it runs each time
  /// @param reason as the kubelet gives it: `Error`, `OOMKilled`
  /// @param log the last lines it writes each time
  record Crash(Duration after, int exitCode, String reason, List<String> log) implements Mishap {
    public Crash {
      log = List.copyOf(log);
    }
  }

  /// It runs and is never ready.
  record NeverReady(List<String> log) implements Mishap {
    public NeverReady {
      log = List.copyOf(log);
    }
  }

  /// Its image is not to be had.
  record NoImage() implements Mishap {}

  /// It does what it should.
  record None() implements Mishap {}
}
