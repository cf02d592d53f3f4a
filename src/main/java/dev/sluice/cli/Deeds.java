package dev.sluice.cli;

import dev.sluice.act.Clocks;
import dev.sluice.act.Plan;
import dev.sluice.act.Pursuit;
import dev.sluice.act.Request;
import dev.sluice.guard.Clearance;
import dev.sluice.release.Release;
import dev.sluice.release.Step;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The documented data of an action: what it would do, what became of it.
final class Deeds {

  private Deeds() {}

  static Map<String, @Nullable Object> plan(Release release, Plan plan, Clearance clearance) {
    var tree = Tree.named(release.ref());
    tree.put("action", Tree.camel(plan.action()));
    tree.put("fromPercent", plan.from());
    tree.put("toPercent", plan.to());
    tree.put("skippedSteps", plan.skipped().stream().map(Step::words).map(Texts::of).toList());
    tree.put("warnings", plan.warnings().stream().map(Texts::of).toList());
    tree.put("locks", clearance.locks().stream().map(lock -> Texts.of(lock.words())).toList());
    tree.put("deadlineSeconds", plan.deadline().toSeconds());
    tree.put("requests", plan.requests().stream().map(Deeds::request).toList());
    return tree;
  }

  static Map<String, @Nullable Object> outcome(Pursuit pursuit) {
    var tree = Tree.named(pursuit.errand().release());
    tree.put("action", Tree.camel(pursuit.errand().action()));
    tree.put("standing", Tree.camel(pursuit.standing()));
    tree.put("message", Texts.of(pursuit.standing().words()));
    tree.put("requestsSent", pursuit.sent());
    var clocks = pursuit.clocks();
    tree.put("acceptedMillis", millis(clocks, clocks.accepted()));
    tree.put("observedMillis", millis(clocks, clocks.observed()));
    tree.put("trafficMillis", millis(clocks, clocks.traffic()));
    return tree;
  }

  private static Map<String, @Nullable Object> request(Request request) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("method", request.method());
    tree.put("path", request.path());
    tree.put("contentType", request.contentType());
    tree.put("body", request.body());
    return tree;
  }

  private static @Nullable Object millis(Clocks clocks, Optional<Instant> mark) {
    return mark.map(at -> Duration.between(clocks.gesture(), at).toMillis()).orElse(null);
  }
}
