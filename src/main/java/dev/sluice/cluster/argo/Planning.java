package dev.sluice.cluster.argo;

import dev.sluice.act.Errand;
import dev.sluice.act.Facts;
import dev.sluice.act.Plan;
import dev.sluice.act.Request;
import dev.sluice.act.Write;
import dev.sluice.release.Action;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.text.Words;
import java.util.ArrayList;
import java.util.List;

/// What an action would do, for a person to read before it can be held.
record Planning(Release release, Action action, Permissions may) {

  Plan with(Write write, Request first) {
    var route = new Route(release, action, write);
    var warnings = new ArrayList<Words>(new Sequel(release, may).after(action, write));
    warnings.addAll(new Cautions(release, action, write, route).all());
    return new Plan(
        action,
        Facts.of(release),
        List.of(first),
        route.from(),
        route.to(),
        route.skipped(),
        warnings,
        Errand.patience(action));
  }

  /// Nothing would be sent.
  Plan without(Words why) {
    int share = release.currentHash().map(release::share).orElse(0);
    return new Plan(
        action,
        Facts.of(release),
        List.of(),
        share,
        share,
        List.of(),
        List.of(why),
        Errand.patience(action));
  }
}
