package dev.sluice.cluster.argo;

import dev.sluice.act.Write;
import dev.sluice.release.Action;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.text.Words;
import java.util.ArrayList;
import java.util.List;

/// Writes that follow a first one. Their exact text depends on what the API server answers to it,
/// so they are told in words.
///
/// @param may what the user is allowed
record Sequel(Release release, Permissions may) {

  List<Words> after(Action action, Write first) {
    var sight = new Sight(release);
    var words = new ArrayList<Words>();
    switch (action) {
      case Action.RollBack(var target) -> back(sight, target, first, words);
      case Action.Promote _ -> {
        if (first instanceof ArgoWrite.ResumeSpec) {
          words.add(Words.of("argo.then.promote"));
        }
      }
      case Action.PromoteFully _ -> {
        if (first instanceof ArgoWrite.ResumeSpec) {
          words.add(Words.of("argo.then.full", sight.currentName()));
        }
      }
      case Action.Abort _ -> lift(sight, release.stableHash().orElse(""), words);
      case Action.Pause _, Action.Resume _, Action.Retry _, Action.Restart _ -> {}
    }
    return words;
  }

  private void back(Sight sight, String target, Write first, List<Words> words) {
    if (!sight.currentIs(target) || first instanceof ArgoWrite.LiftPause) {
      lift(sight, target, words);
    }
    if (!sight.stableIs(target) && !(first instanceof ArgoWrite.PromoteBack)) {
      words.add(
          Words.of(
              may.allows(Permissions.Kind.STATUS) ? "argo.then.full" : "argo.then.steps",
              sight.name(target)));
    }
  }

  private static void lift(Sight sight, String target, List<Words> words) {
    boolean routed = sight.routed() && sight.stableIs(target);
    if (sight.paused() && !routed) {
      words.add(Words.of("argo.then.resume"));
    }
  }
}
