package dev.sluice.cli;

import dev.sluice.act.Facts;
import dev.sluice.act.Move;
import dev.sluice.act.Request;
import dev.sluice.act.Tactics;
import dev.sluice.act.Write;
import dev.sluice.release.Action;
import dev.sluice.release.Image;
import dev.sluice.release.PauseReason;
import dev.sluice.release.Phase;
import dev.sluice.release.PodHealth;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseDraft;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Releases;
import dev.sluice.release.Revision;
import dev.sluice.release.Traffic;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One release in a cluster with a controller that does at once what it is asked: a canary from `a`
/// (r41, v1.8.3) to `b` (r42, v1.9.0), paused at 10 %.
final class ToyCluster implements Tactics {

  private static final int[] WEIGHTS = {0, 10, 10, 50, 50};

  final ReleaseRef ref;
  final List<Action> applied = new ArrayList<>();
  boolean asleep;
  private int changes = 100;
  private int step = 1;
  private String stable = "a";
  private String current = "b";
  private boolean paused;
  private boolean aborted;
  private boolean stops;
  private boolean overtaken;
  private boolean blueGreen;
  private boolean keepsPods = true;
  private boolean worsens;

  ToyCluster(ReleaseRef ref) {
    this.ref = ref;
  }

  /// A write is the action itself.
  record Does(Action action) implements Write {
    @Override
    public String verb() {
      return action.getClass().getSimpleName();
    }

    Request request() {
      return new Request(
          "PATCH", "/apis/toy/checkout", "application/json", "{\"" + verb() + "\":1}");
    }
  }

  ToyCluster finished() {
    stable = current;
    return this;
  }

  ToyCluster stoppedByAbort() {
    aborted = true;
    return this;
  }

  /// Like the real controller it says that it stands at a pause, sets the weight after one at once,
  /// and takes an update that is under way back by an abort.
  ToyCluster stopping() {
    stops = true;
    return this;
  }

  /// With the first promotion somebody starts another version.
  ToyCluster overtaken() {
    overtaken = true;
    return this;
  }

  /// A blue-green that waits for its switch.
  ToyCluster blueGreen() {
    blueGreen = true;
    return this;
  }

  /// The pods before a switch are gone with it.
  ToyCluster keepingNoPods() {
    keepsPods = false;
    return this;
  }

  /// Requests fail as soon as something was done.
  ToyCluster worsening() {
    worsens = true;
    return this;
  }

  boolean bad() {
    return worsens && !applied.isEmpty();
  }

  ToyCluster pausedByPerson() {
    paused = true;
    return this;
  }

  synchronized void apply(Action action) {
    applied.add(action);
    changes++;
    if (asleep) {
      return;
    }
    switch (action) {
      case Action.Promote _ when blueGreen -> stable = current;
      case Action.Promote _ -> {
        step += stops ? 2 : 1;
        current = overtaken ? "c" : current;
      }
      case Action.PromoteFully _ -> stable = current;
      case Action.Pause _ -> paused = true;
      case Action.Resume _ -> paused = false;
      case Action.Abort _ -> aborted = true;
      case Action.RollBack(var target) when stops && target.equals(stable) -> aborted = true;
      case Action.RollBack(var target) -> {
        stable = target;
        current = target;
        aborted = false;
      }
      case Action.Retry _ -> aborted = false;
      case Action.Restart _ -> {}
    }
  }

  @Override
  public Move next(Action action, Facts armed, Release now, List<Write> sent) {
    boolean there =
        switch (action) {
          case Action.Promote _ when blueGreen -> !now.updating();
          case Action.Promote _ -> now.progress().step().orElse(0) > armed.step().orElse(0);
          case Action.RollBack _ when stops && !blueGreen -> now.progress().aborted();
          case Action.PromoteFully _, Action.RollBack _ when !now.updating() ->
              action instanceof Action.PromoteFully
                  || now.stableHash().equals(Optional.of(((Action.RollBack) action).targetHash()));
          case Action.PromoteFully _, Action.RollBack _ -> false;
          case Action.Pause _ -> now.progress().paused();
          case Action.Resume _ -> !now.progress().paused();
          case Action.Abort _ -> now.progress().aborted();
          case Action.Retry _ -> !now.progress().aborted();
          case Action.Restart _ -> !sent.isEmpty();
        };
    if (there) {
      return new Move.Done(Words.of("argo.back.done", "v1.8.3"));
    }
    if (action instanceof Action.Promote && !now.updating()) {
      return new Move.Refuse(Words.of("argo.promote.nothing"));
    }
    return sent.isEmpty()
        ? new Move.Send(new Does(action))
        : new Move.Wait(Words.of("argo.promote.follow"));
  }

  synchronized Release release() {
    boolean updating = !stable.equals(current);
    int weight = updating && !aborted ? WEIGHTS[step] : 0;
    var like = (blueGreen ? Releases.blueGreen() : Releases.canary()).ref(ref);
    return ReleaseDraft.of(
        like.resourceVersion("" + changes).hashes(stable, current).build(),
        draft -> {
          draft.progress(progress -> {
            progress.phase = updating ? Phase.PAUSED : Phase.HEALTHY;
            progress.message = updating ? "CanaryPauseStep" : "";
            progress.step = OptionalInt.of(updating ? step : 4);
            progress.paused = paused;
            progress.pauses =
                stops && updating && !aborted
                    ? List.of(new PauseReason("CanaryPauseStep", Instant.now()))
                    : List.of();
            progress.aborted = aborted;
          });
          draft.revisions = revisions();
          draft.traffic =
              blueGreen
                  ? new Traffic.Switched(draft.stableHash, draft.currentHash)
                  : new Traffic.Weighted(weight, weight);
        });
  }

  private List<Revision> revisions() {
    int old = keepsPods || stable.equals("a") ? 4 : 0;
    var both = List.of(revision("b", 42, "v1.9.0", 4), revision("a", 41, "v1.8.3", old));
    return current.equals("c")
        ? List.of(revision("c", 43, "v1.9.1", 4), both.getFirst(), both.getLast())
        : both;
  }

  private static Revision revision(String hash, int number, String version, int pods) {
    Instant created = Releases.NOON.plus(Duration.ofDays(number));
    return new Revision(
        number,
        hash,
        "checkout-" + hash,
        List.of(new Image("main", "registry.example/shop/checkout:" + version)),
        created,
        pods,
        pods,
        pods,
        PodHealth.NONE,
        Optional.empty());
  }
}
