package dev.sluice.cluster.argo;

import dev.sluice.act.Facts;
import dev.sluice.act.Move;
import dev.sluice.act.Write;
import dev.sluice.text.Words;
import java.util.List;

/// All the way, without the remaining steps and analyses. Done when the revision is the stable one.
record FullPromotion(Facts armed, Sight now, List<Write> sent) {

  Move next() {
    var aim = armed.currentHash();
    if (!sent.isEmpty() && aim.filter(this::isStable).isPresent()) {
      return new Move.Done(Words.of("argo.full.done", now.name(aim.orElseThrow())));
    }
    var moved =
        sent.isEmpty()
            ? Changes.any(armed, now.release())
            : Changes.ofRevisions(armed, now.release());
    return moved.orElseGet(this::ofTheSame);
  }

  private Move ofTheSame() {
    if (!now.release().updating()) {
      return new Move.Refuse(Words.of("argo.promote.nothing"));
    }
    if (now.aborted()) {
      return new Move.Refuse(Words.of("argo.promote.aborted"));
    }
    if (now.paused() && !sent.contains(new ArgoWrite.ResumeSpec())) {
      return new Move.Send(new ArgoWrite.ResumeSpec());
    }
    if (now.paused() || !now.observed()) {
      return new Move.Wait(Words.of("argo.wait.observed"));
    }
    return now.release().progress().promoteFull() || sent.contains(new ArgoWrite.PromoteFull())
        ? new Move.Wait(Words.of("argo.full.follow"))
        : new Move.Send(new ArgoWrite.PromoteFull());
  }

  private boolean isStable(String aim) {
    return now.stableIs(aim) && now.currentIs(aim);
  }
}
