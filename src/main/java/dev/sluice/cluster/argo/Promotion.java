package dev.sluice.cluster.argo;

import dev.sluice.act.Facts;
import dev.sluice.act.Move;
import dev.sluice.act.Write;
import dev.sluice.release.Analysis;
import dev.sluice.release.PauseReason;
import dev.sluice.release.Progress;
import dev.sluice.release.Release;
import dev.sluice.release.Step;
import dev.sluice.release.Strategy;
import dev.sluice.release.Traffic;
import dev.sluice.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// On by one step or over the switch, as Argo's own command line decides it, but with one effect at
/// most. A person's pause goes first: with it in place the controller forgets that its own pause
/// was taken away, and stands at the same step again.
record Promotion(Facts armed, Sight now, List<Write> sent) {
  private static final String EXPERIMENT = "InconclusiveExperiment";

  Move next() {
    return sent.stream().allMatch(ArgoWrite.ResumeSpec.class::isInstance) ? begin() : follow();
  }

  private Move begin() {
    if (sent.isEmpty()) {
      return Changes.any(armed, now.release()).or(this::obstacle).orElseGet(this::first);
    }
    return Changes.ofRevisions(armed, now.release()).orElseGet(this::resumed);
  }

  private Optional<Move> obstacle() {
    var progress = now.release().progress();
    if (!now.release().updating()) {
      return refuse(Words.of("argo.promote.nothing"));
    }
    if (!now.observed()) {
      return refuse(Words.of("argo.wait.observed"));
    }
    if (now.aborted()) {
      return refuse(Words.of("argo.promote.aborted"));
    }
    if (progress.promoteFull()) {
      return refuse(Words.of("argo.promote.full"));
    }
    return now.unpausing() ? refuse(Words.of("argo.promote.unpausing")) : deafSwitch();
  }

  /// A blue-green that nobody switches by taking its pause away: the controller begins anew what it
  /// waited for, its own time or the analysis before the switch.
  private Optional<Move> deafSwitch() {
    if (!(now.release().strategy() instanceof Strategy.BlueGreen plan) || pauses().isEmpty()) {
      return Optional.empty();
    }
    if (pauses().stream().anyMatch(PauseReason::inconclusive)) {
      return refuse(Words.of("argo.promote.again"));
    }
    return plan.autoPromotion().flatMap(_ -> refuse(Words.of("argo.promote.clock")));
  }

  private Move first() {
    boolean paused = now.paused();
    return write()
        .map(write -> paused ? new ArgoWrite.ResumeSpec() : write)
        .or(() -> paused ? Optional.of(new ArgoWrite.ResumeSpec()) : Optional.empty())
        .<Move>map(Move.Send::new)
        .orElseGet(() -> new Move.Refuse(Words.of("argo.promote.waits")));
  }

  private Move resumed() {
    if (arrived()) {
      return done();
    }
    if (now.paused() || !now.observed()) {
      return new Move.Wait(Words.of("argo.wait.observed"));
    }
    return obstacle()
        .or(() -> write().map(Move.Send::new))
        .orElseGet(() -> new Move.Wait(Words.of("argo.promote.follow")));
  }

  private Move follow() {
    if (arrived()) {
      return done();
    }
    var refusal =
        Changes.ofRevisions(armed, now.release())
            .or(() ->
                now.aborted()
                    ? refuse(Words.of("argo.promote.abortedsince", message()))
                    : Optional.empty());
    return refusal.orElseGet(() -> new Move.Wait(Words.of("argo.promote.follow")));
  }

  /// What Argo's command line would write: an inconclusive step is passed, else a pause is taken
  /// away, else the running step is left.
  private Optional<ArgoWrite> write() {
    if (!(now.release().strategy() instanceof Strategy.Canary canary)) {
      return pauses().isEmpty() ? Optional.empty() : Optional.of(new ArgoWrite.Unpause());
    }
    int step = now.release().progress().step().orElse(0);
    boolean left = step < canary.steps().size();
    if (left && (stepInconclusive(step) || experimentInconclusive())) {
      return Optional.of(new ArgoWrite.PassInconclusive(step + 1));
    }
    if (!pauses().isEmpty()) {
      return Optional.of(new ArgoWrite.Unpause());
    }
    return left ? Optional.of(new ArgoWrite.AdvanceStep(step + 1)) : Optional.empty();
  }

  /// The analysis of this step, not one in the background, came to no answer. Argo names a step's
  /// run after the step: rollout, pod hash, revision, step, and a number when a name was taken.
  private boolean stepInconclusive(int step) {
    var release = now.release();
    var name = Pattern.compile(".*-\\d+-" + step + "(\\.\\d+)?");
    return release.progress().controllerPause()
        && pauses().stream().anyMatch(PauseReason::inconclusive)
        && release.step().filter(Step.Analysis.class::isInstance).isPresent()
        && release.analyses().stream()
            .filter(run -> run.kind() == Analysis.Kind.ANALYSIS_RUN)
            .filter(run -> now.currentIs(run.podHash()))
            .anyMatch(
                run -> run.phase().equals("Inconclusive") && name.matcher(run.name()).matches());
  }

  /// The experiment of this step came to no answer. Taking the pause away would not leave the step:
  /// the controller forgets such an experiment and makes another one.
  private boolean experimentInconclusive() {
    var release = now.release();
    return release.progress().controllerPause()
        && pauses().stream().anyMatch(pause -> pause.reason().equals(EXPERIMENT))
        && release.step().filter(Step.Experiment.class::isInstance).isPresent();
  }

  private boolean arrived() {
    var release = now.release();
    var aim = armed.currentHash().orElseThrow();
    if (!now.currentIs(aim)) {
      return false;
    }
    if (now.stableIs(aim) || (now.blueGreen() && now.switchedTo(aim))) {
      return true;
    }
    return !now.aborted() && (stepMoved(release) || pauseLeft(release.progress()));
  }

  private boolean stepMoved(Release release) {
    return release.progress().step().orElse(0) > armed.step().orElse(0);
  }

  /// A pause that stands for no step, such as that of an analysis in the background, is left
  /// without the step moving.
  private boolean pauseLeft(Progress progress) {
    return !now.blueGreen()
        && sent.contains(new ArgoWrite.Unpause())
        && now.release().step().filter(Step.Pause.class::isInstance).isEmpty()
        && progress.pauses().isEmpty()
        && !progress.controllerPause()
        && now.observed();
  }

  private Move done() {
    var release = now.release();
    var aim = armed.currentHash().orElseThrow();
    return new Move.Done(
        switch (release.traffic()) {
          case Traffic.Switched _ -> Words.of("argo.promote.switched", now.name(aim));
          case Traffic.Weighted(int asked, _) ->
              Words.of("argo.promote.done", now.name(aim), release.updating() ? asked : 100);
        });
  }

  private List<PauseReason> pauses() {
    return now.release().progress().pauses();
  }

  private String message() {
    return now.release().progress().message();
  }

  private static Optional<Move> refuse(Words why) {
    return Optional.of(new Move.Refuse(why));
  }
}
