package dev.sluice.cluster.argo;

import dev.sluice.act.Facts;
import dev.sluice.act.Move;
import dev.sluice.act.Write;
import dev.sluice.text.Words;
import java.util.List;

/// Traffic to the stable revision; refused wherever Argo takes an abort and does nothing, or harm.
record Aborting(Facts armed, Sight now, List<Write> sent) {

  Move next() {
    return Changes.ofRevisions(armed, now.release()).orElseGet(this::ofTheSame);
  }

  private Move ofTheSame() {
    if (!now.release().updating()) {
      return new Move.Refuse(
          now.blueGreen() ? Words.of("argo.abort.switched") : Words.of("argo.abort.nothing"));
    }
    var stable = armed.stableHash().orElseThrow();
    if (now.release().progress().promoteFull()) {
      return new Move.Refuse(Words.of("argo.abort.full"));
    }
    if (now.deafToAbort(stable)) {
      return new Move.Refuse(Words.of("argo.abort.deaf"));
    }
    if (now.aborted()) {
      return settle(stable);
    }
    if (!sent.isEmpty()) {
      return new Move.Wait(Words.of("argo.abort.cleared"));
    }
    return now.observed()
        ? new Move.Send(new ArgoWrite.Abort())
        : new Move.Wait(Words.of("argo.wait.observed"));
  }

  private Move settle(String stable) {
    if (now.pauseKeepsFrom(stable)) {
      return new Move.Send(new ArgoWrite.LiftPause());
    }
    return now.release().progress().abortedAt().isPresent() && now.trafficOn(stable)
        ? new Move.Done(Words.of("argo.abort.done", now.name(stable)))
        : new Move.Wait(Words.of("argo.back.traffic", now.name(stable)));
  }
}
