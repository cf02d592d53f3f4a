package dev.sluice.cluster.argo.read;

import dev.sluice.cluster.watch.Probe;
import dev.sluice.release.Failure;

/// Draws the consequences of a context's probes. Two without an answer: the watches' connections
/// are given up, since a dead one looks like a quiet one. The first answer after that: no watch
/// goes on waiting out a pause. The probe's thread calls it.
final class Heartbeat implements Probe.Listener {
  private static final int DEAD = 2;

  private final Backlog backlog;
  private final Threads threads;
  private int missed;

  Heartbeat(Backlog backlog, Threads threads) {
    this.backlog = backlog;
    this.threads = threads;
  }

  @Override
  public void answered() {
    if (missed > 0) {
      threads.renew();
    }
    missed = 0;
    backlog.answered();
  }

  @Override
  public void silent(Failure why) {
    missed++;
    if (missed == DEAD) {
      threads.renew();
    }
    backlog.silent(why);
  }
}
