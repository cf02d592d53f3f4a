package dev.sluice.drill;

/// What happens in a drill.
@FunctionalInterface
public interface Scenario {

  /// Sets up the cluster and says what will happen, before anybody sees it: what it writes now is
  /// there when the drill starts, what it asks the clock for comes in its time. No time passes
  /// meanwhile.
  void begin(Drill drill);
}
