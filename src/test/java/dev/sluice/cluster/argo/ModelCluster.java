package dev.sluice.cluster.argo;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// A Rollout and its controller in small: the transitions of Argo Rollouts 1.10.1
/// (`rollout/sync.go`, `canary.go`, `bluegreen.go`) that the actions meet, with its lies. The real
/// controller is asked the same questions in the suite tagged `cluster`.
final class ModelCluster {
  static final int FULL = 4;

  /// Strategies that differ in what moves the traffic.
  enum Kind {
    BASIC,
    ROUTED,
    BLUE_GREEN
  }

  /// Canary steps of the model: even ones set a weight, odd ones pause.
  static final int STEPS = 4;

  final Kind kind;
  long generation = 1;
  long observed = 1;
  long resourceVersion = 1;
  String template;
  boolean paused;
  String current;
  String stable;
  int step = STEPS;
  boolean pauseCondition;
  boolean controllerPause;
  boolean abort;
  boolean abortedAt;
  boolean promoteFull;
  String active;
  String preview;

  /// Blue-green: analysis after the switch is running and holds back the stable mark.
  boolean analysing;

  /// Blue-green: the stable revision before this one is still within its scale-down delay.
  boolean withinDelay;

  /// The current revision's pods do not become ready.
  boolean crashing;

  int weight;
  final Map<String, Integer> available = new TreeMap<>();

  ModelCluster(Kind kind, String first) {
    this.kind = kind;
    template = current = stable = active = preview = first;
    available.put(first, FULL);
  }

  /// A person, a pipeline or a sync writes the manifest's template.
  void apply(String revision) {
    if (!template.equals(revision)) {
      template = revision;
      edit();
    }
  }

  void edit() {
    generation++;
    resourceVersion++;
  }

  /// One pass of the controller over the Rollout.
  void reconcile() {
    resourceVersion++;
    observed = generation;
    if (!template.equals(current)) {
      startUpdate();
    } else if (current.equals(stable)) {
      rest();
    } else if (kind == Kind.BLUE_GREEN) {
      blueGreen();
    } else {
      canary();
    }
  }

  void settle() {
    for (int i = 0; i < 12; i++) {
      reconcile();
    }
  }

  private void startUpdate() {
    current = template;
    available.putIfAbsent(current, 0);
    pauseCondition = controllerPause = abort = abortedAt = promoteFull = false;
    weight = 0;
    step = current.equals(stable) ? STEPS : 0;
    if (!paused) {
      preview = current;
    }
  }

  private void rest() {
    abort = abortedAt = promoteFull = pauseCondition = controllerPause = false;
    weight = 0;
    step = STEPS;
    if (paused) {
      return;
    }
    available.put(current, FULL);
    active = preview = current;
    if (kind != Kind.BLUE_GREEN || !withinDelay) {
      available.replaceAll((hash, pods) -> hash.equals(current) ? pods : 0);
    }
  }

  private void canary() {
    abortedAt &= abort;
    if (!paused) {
      available.replaceAll((hash, pods) -> hash.equals(current) || hash.equals(stable) ? pods : 0);
    }
    if (promoteFull) {
      abort = abortedAt = pauseCondition = controllerPause = false;
      if (!paused) {
        complete();
      }
    } else if (abort) {
      abortedAt = true;
      step = 0;
      weight = 0;
      pauseCondition = controllerPause = false;
      if (!paused) {
        available.put(current, 0);
      }
    } else if (paused) {
      controllerPause &= pauseCondition;
    } else {
      walk();
    }
  }

  private void walk() {
    if (step >= STEPS) {
      complete();
    } else if (step % 2 == 0) {
      weight = 20 + 15 * step;
      available.put(current, 1 + step / 2);
      step++;
    } else {
      pause(() -> step++);
    }
  }

  private void blueGreen() {
    boolean green = ready();
    abortedAt &= abort;
    if (promoteFull) {
      abort = abortedAt = pauseCondition = controllerPause = false;
      if (!paused && green) {
        switchTo(current);
        complete();
      }
    } else if (abort) {
      abortedAt = true;
      pauseCondition = controllerPause = false;
      if (!paused && green) {
        switchTo(stable);
      }
    } else if (paused) {
      controllerPause &= pauseCondition;
    } else if (active.equals(current)) {
      if (!analysing) {
        complete();
      }
    } else if (green && withinDelay) {
      switchTo(current);
    } else if (green) {
      pause(() -> switchTo(current));
    }
  }

  /// Pauses at first, stays while the pause stands, goes on once somebody took it away.
  private void pause(Runnable on) {
    if (pauseCondition) {
      return;
    }
    if (controllerPause) {
      controllerPause = false;
      on.run();
    } else {
      pauseCondition = controllerPause = true;
    }
  }

  private boolean ready() {
    if (crashing) {
      available.put(current, FULL - 1);
    } else if (!paused) {
      available.put(current, FULL);
    }
    return pods(current) == FULL;
  }

  private int pods(String hash) {
    return available.getOrDefault(hash, 0);
  }

  private void switchTo(String hash) {
    active = hash;
  }

  private void complete() {
    stable = current;
    step = STEPS;
    promoteFull = false;
    available.put(current, FULL);
    weight = 100;
  }

  /// Percent on the current revision, in the way that strategy makes it.
  int served() {
    int all = available.values().stream().mapToInt(Integer::intValue).sum();
    return kind == Kind.BASIC ? 100 * pods(current) / Math.max(all, 1) : weight;
  }

  OptionalInt stepIndex() {
    return kind == Kind.BLUE_GREEN ? OptionalInt.empty() : OptionalInt.of(step);
  }

  /// All users are on that revision.
  boolean serves(String hash) {
    return switch (kind) {
      case BLUE_GREEN -> active.equals(hash);
      case BASIC ->
          available.entrySet().stream().allMatch(e -> e.getKey().equals(hash) || e.getValue() == 0);
      case ROUTED -> stable.equals(hash) && (current.equals(stable) || weight == 0);
    };
  }

  Optional<String> activeHash() {
    return kind == Kind.BLUE_GREEN ? Optional.of(active) : Optional.empty();
  }
}
