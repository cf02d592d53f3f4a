package dev.sluice.act;

import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import java.util.ArrayList;
import java.util.List;

/// One release in a tiny API server with a tiny controller. Every state it was ever in is kept, to
/// be shown too late.
final class ModelCluster {

  final List<Release> history = new ArrayList<>();
  int advances;
  private int resourceVersion = 98;
  private long generation = 3;
  private int step = 1;
  private String stable = "a";
  private String current = "b";
  private String wanted = "b";
  private boolean aborted;
  private boolean full;

  ModelCluster() {
    change();
  }

  Release now() {
    return history.getLast();
  }

  String resourceVersion() {
    return now().version().resourceVersion();
  }

  /// Applies the write, unless what it was decided on is no longer so.
  boolean apply(Release seen, Write write) {
    boolean same = Facts.of(seen).changedIn(Facts.of(now())).isEmpty();
    boolean newest = seen.version().equals(now().version());
    return switch ((Ploy) write) {
      case LIFT -> same && newest && change();
      case ADVANCE -> same && newest && advance();
      case ABORT -> fits(seen) && set(true, full, wanted);
      case UNDO -> fits(seen) && set(aborted, full, "a");
      case FULL -> fits(seen) && set(aborted, true, wanted);
    };
  }

  private boolean advance() {
    advances++;
    step++;
    return change();
  }

  private boolean fits(Release seen) {
    return seen.version().generation() == generation
        && seen.stableHash().equals(now().stableHash());
  }

  private boolean set(boolean abort, boolean promoteFull, String template) {
    generation += template.equals(wanted) ? 0 : 1;
    aborted = abort;
    full = promoteFull;
    wanted = template;
    return change();
  }

  /// Somebody else applies another template.
  void interfere(String template) {
    set(aborted, full, template);
  }

  /// Somebody else promotes by hand, all the way.
  void finish() {
    full = true;
    reconcile();
  }

  void churn() {
    change();
  }

  void reconcile() {
    if (!wanted.equals(current)) {
      current = wanted;
      step = 0;
      aborted = false;
      full = false;
    } else if (full && !aborted) {
      stable = current;
      full = false;
    }
    change();
  }

  private boolean change() {
    int served = aborted ? 0 : 10 * step;
    resourceVersion++;
    history.add(
        Releases.canary()
            .version("u1", "" + resourceVersion, generation)
            .hashes(stable, current)
            .step(step)
            .weighted(served, served)
            .build());
    return true;
  }
}
