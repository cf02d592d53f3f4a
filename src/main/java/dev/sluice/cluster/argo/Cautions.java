package dev.sluice.cluster.argo;

import dev.sluice.act.Write;
import dev.sluice.release.Action;
import dev.sluice.release.Analysis;
import dev.sluice.release.Owner;
import dev.sluice.release.Release;
import dev.sluice.release.Step;
import dev.sluice.release.Strategy;
import dev.sluice.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a person should know before an action is sent.
record Cautions(Release release, Action action, Write write, Route route) {

  List<Words> all() {
    var words = new ArrayList<Words>();
    switch (action) {
      case Action.Promote _ -> {
        counted(words);
        scaled(words);
        kept(words);
        unanalysed(words);
        hollow(words);
      }
      case Action.PromoteFully _ -> {
        scaled(words);
        kept(words);
        unanalysed(words);
        hollow(words);
      }
      case Action.RollBack(var target) -> back(target, words);
      case Action.Abort _ -> {
        stays(words);
        cold(words);
        scaled(words);
      }
      case Action.Retry _ -> failed(words);
      case Action.Pause _, Action.Resume _, Action.Restart _ -> edited(words);
    }
    return words;
  }

  private void back(String target, List<Words> words) {
    if (write instanceof ArgoWrite.Abort) {
      stays(words);
      cold(words);
    } else {
      undone(words);
      cold(target, words);
    }
    scaled(words);
  }

  /// It counts the pods of both revisions together, and may even bring an aborted canary's back
  /// (argo-rollouts#4973, #2857).
  private void scaled(List<Words> words) {
    release
        .capacity()
        .autoscaler()
        .ifPresent(by -> words.add(Words.of("argo.warn.scaled", by.name(), by.least(), by.most())));
  }

  private void stays(List<Words> words) {
    var sight = new Sight(release);
    words.add(Words.of("argo.warn.stays", sight.currentName()));
  }

  /// An abort moves a router's traffic at once where all pods of the stable revision are there.
  /// Where `dynamicStableScale` has taken some away the controller waits for them
  /// (argo-rollouts#3888).
  private void cold(List<Words> words) {
    if (new Sight(release).routed()) {
      cold(release.stableHash().orElse(""), words);
    }
  }

  private void cold(String target, List<Words> words) {
    release
        .revision(target)
        .filter(revision -> revision.available() < release.capacity().desired())
        .ifPresent(revision ->
            words.add(
                Words.of(
                    "argo.warn.cold",
                    revision.version(),
                    revision.available(),
                    release.capacity().desired())));
  }

  /// Without a router the share is a share of pods.
  private void counted(List<Words> words) {
    boolean routed = new Sight(release).routed() || new Sight(release).blueGreen();
    int pods = release.capacity().desired();
    if (!routed && (long) pods * route.to() % 100 != 0) {
      words.add(Words.of("argo.warn.counted", route.to(), pods));
    }
  }

  private void kept(List<Words> words) {
    if (release.strategy() instanceof Strategy.BlueGreen(_, _, _, var delay)) {
      words.add(Words.of("argo.warn.kept", new Sight(release).stableName(), delay.toSeconds()));
    }
  }

  private void unanalysed(List<Words> words) {
    if (route.skipped().stream().anyMatch(Step.Analysis.class::isInstance)) {
      words.add(Words.of("argo.warn.unanalysed"));
    }
  }

  private void hollow(List<Words> words) {
    release.analyses().stream()
        .filter(run -> release.currentHash().filter(run.podHash()::equals).isPresent())
        .filter(Analysis::hollow)
        .findFirst()
        .ifPresent(run -> words.add(Words.of("argo.warn.hollow", run.name())));
  }

  /// Before 1.10 an analysis that had failed aborted the update again at once.
  private void failed(List<Words> words) {
    release.analyses().stream()
        .filter(Analysis::failed)
        .findFirst()
        .ifPresent(run -> words.add(Words.of("argo.warn.failed", run.name())));
  }

  private void undone(List<Words> words) {
    owner()
        .ifPresent(owner ->
            words.add(
                release.owner().heals()
                    ? Words.of("argo.warn.healed", owner)
                    : Words.of("argo.warn.written", owner)));
  }

  private void edited(List<Words> words) {
    if (release.owner().heals()) {
      owner().ifPresent(owner -> words.add(Words.of("argo.warn.edited", owner)));
    }
  }

  private Optional<Words> owner() {
    return switch (release.owner()) {
      case Owner.ArgoCd(var name, boolean proven) ->
          Optional.of(Words.of(proven ? "argo.owner.argocd" : "argo.owner.perhaps", name));
      case Owner.Flux(var source) -> Optional.of(Words.of("argo.owner.flux", source));
      case Owner.Helm(var name) -> Optional.of(Words.of("argo.owner.helm", name));
      case Owner.Nobody _ -> Optional.empty();
    };
  }
}
