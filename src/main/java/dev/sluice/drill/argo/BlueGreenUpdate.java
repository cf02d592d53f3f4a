package dev.sluice.drill.argo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.argo.model.ReplicaSet;
import java.util.Optional;

/// Takes a blue-green a step on.
final class BlueGreenUpdate {
  private final Sync sync;
  private final Persistence persistence;
  private final Rollbacks rollbacks;
  private final Sizes sizes;
  private final Scaling scaling;
  private final Analyses analyses;

  BlueGreenUpdate(Sync sync, Persistence persistence) {
    this.sync = sync;
    this.persistence = persistence;
    this.rollbacks = new Rollbacks(sync);
    this.sizes = new Sizes(sync);
    this.scaling = new Scaling(sync);
    this.analyses = new Analyses(sync, rollbacks);
  }

  private Optional<ObjectNode> active() {
    return sync.cluster().service(sync.rollout().blueGreen().activeService());
  }

  private Optional<ObjectNode> preview() {
    return sync.cluster().service(sync.rollout().blueGreen().previewService());
  }

  void run() {
    if (!sync.halted()) {
      preview().ifPresent(service -> sync.cluster().select(service, sync.currentHash()));
    }
    if (!changed()) {
      new Restarts(sync).reconcile();
      scaling.blueGreen();
      pause();
      activate();
      analyses.reconcile();
    }
    finish();
  }

  /// Only the number of pods changed.
  void scale() {
    scaling.blueGreen();
    sync.after().json().setAll(sync.before().copy().json());
    counts();
    persistence.write();
  }

  private boolean changed() {
    var seen = sync.before().current();
    return !seen.isEmpty() && !seen.equals(sync.currentHash());
  }

  /// Whether the switch needs no pause: a way back, a full promotion, a first start, or it is done.
  private boolean fast() {
    var selected = Cluster.selected(active());
    return rollbacks.fast()
        || sync.before().promotesFully()
        || selected.isEmpty()
        || selected.equals(sync.currentHash());
  }

  private void pause() {
    if (sync.before().aborted() || !sizes.previewReady() || sync.halted()) {
      return;
    }
    var plan = sync.rollout().blueGreen();
    var since = sync.before().pausedSince(Pauses.BLUE_GREEN);
    if (fast() || sync.before().checkpoint() || !plan.pauses()) {
      sync.pauses().remove(Pauses.BLUE_GREEN);
    } else if (analyses.beforeSwitchSucceeded()) {
      if (since.isEmpty() && !sync.before().controllerPause()) {
        sync.pauses().add(Pauses.BLUE_GREEN);
      } else if (since.isPresent() && pauseOver()) {
        sync.pauses().remove(Pauses.BLUE_GREEN);
      } else if (since.isPresent() && plan.promotesAfter().isPositive()) {
        sync.cluster().wake(since.get().plus(plan.promotesAfter()));
      }
    }
  }

  /// Whether somebody ended the pause, or its time did, or there is none.
  private boolean pauseOver() {
    var plan = sync.rollout().blueGreen();
    var since = sync.before().pausedSince(Pauses.BLUE_GREEN);
    if (sync.pauses().adds()) {
      return false;
    }
    if (sync.before().checkpoint()) {
      return true;
    }
    if (!plan.promotesItself()) {
      return sync.before().controllerPause() && since.isEmpty();
    }
    return plan.promotesAfter().isZero()
        || since
            .map(start -> start.plus(plan.promotesAfter()))
            .filter(end -> !sync.now().isBefore(end))
            .isPresent();
  }

  /// Switches the traffic when all pods are there and nothing holds it.
  private void activate() {
    boolean ready = sizes.previewReady() && sync.sets().made().saturated(sync.rollout().replicas());
    var service = active();
    if (sync.halted() || !ready || service.isEmpty()) {
      return;
    }
    var hash = Cluster.selected(service);
    if (fast() || (pauseOver() && analyses.beforeSwitchSucceeded())) {
      hash = sync.currentHash();
    }
    if (sync.before().aborted()) {
      hash = sync.before().stable();
    }
    sync.cluster().select(service.get(), hash);
  }

  private void finish() {
    persistence.base();
    if (changed()) {
      persistence.reset();
      sync.after().part("blueGreen").removeAll();
    }
    if (sync.before().promotesFully() || rollbacks.withinWindow()) {
      sync.pauses().clear();
      sync.pauses().unabort();
    }
    var part = sync.after().part("blueGreen");
    put(part, "previewSelector", Cluster.selected(preview()));
    put(part, "activeSelector", Cluster.selected(active()));
    var promotion = new Promotion(sync, rollbacks);
    promotion.blueGreen(analyses.afterSwitchSucceeded());
    if (!promotion.done() && checkpoint()) {
      part.put("scaleUpPreviewCheckPoint", true);
    }
    counts();
    persistence.write();
  }

  private static void put(ObjectNode part, String field, String value) {
    if (!value.isEmpty()) {
      part.put(field, value);
    }
  }

  private boolean checkpoint() {
    var few = sync.rollout().blueGreen().previewReplicas();
    if (few.isEmpty()) {
      return false;
    }
    return sync.before().checkpoint()
        || (analyses.beforeSwitchSucceeded()
            && pauseOver()
            && sync.sets().made().available() == few.getAsInt());
  }

  /// The active version's pods count, or all while there is none.
  private void counts() {
    var sets = sync.sets();
    var active = sets.byHash(sync.after().activeSelector());
    persistence.counts(
        active.map(ReplicaSet::actual).orElseGet(() -> sets.sum(ReplicaSet::actual)),
        active.map(ReplicaSet::available).orElseGet(() -> sets.sum(ReplicaSet::available)));
    active.ifPresent(set -> sync.after().number("readyReplicas", set.ready()));
    sync.after()
        .text(
            "selector",
            Selectors.text(active.map(ReplicaSet::selector).orElse(sync.rollout().selector())));
  }
}
