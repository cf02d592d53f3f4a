package dev.sluice.cluster.argo;

import dev.sluice.act.Facts;
import dev.sluice.act.Move;
import dev.sluice.act.Write;
import dev.sluice.text.Words;
import java.util.List;

/// A person's pause set and taken away. It is not the pause of a step, which only a promotion ends.
record Holding(Facts armed, Sight now, List<Write> sent) {

  Move pause() {
    if (now.paused()) {
      return now.observed()
          ? new Move.Done(Words.of("argo.pause.done"))
          : new Move.Wait(Words.of("argo.wait.observed"));
    }
    return sent.isEmpty()
        ? new Move.Send(new ArgoWrite.PauseSpec())
        : new Move.Wait(Words.of("argo.pause.lifted"));
  }

  Move resume() {
    return sent.isEmpty() ? begin() : follow();
  }

  private Move begin() {
    var moved = Changes.any(armed, now.release());
    if (moved.isPresent()) {
      return moved.get();
    }
    if (now.paused()) {
      return new Move.Send(new ArgoWrite.ResumeSpec());
    }
    return new Move.Refuse(
        now.release().progress().pauses().isEmpty()
            ? Words.of("argo.resume.nothing")
            : Words.of("argo.resume.step"));
  }

  private Move follow() {
    if (now.paused()) {
      return new Move.Wait(Words.of("argo.resume.again"));
    }
    return now.observed()
        ? new Move.Done(Words.of("argo.resume.done"))
        : new Move.Wait(Words.of("argo.wait.observed"));
  }
}
