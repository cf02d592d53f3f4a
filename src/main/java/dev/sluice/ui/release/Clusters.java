package dev.sluice.ui.release;

import dev.sluice.act.Facts;
import dev.sluice.act.Pursuit;
import dev.sluice.act.Standing;
import dev.sluice.conduct.Fleet;
import dev.sluice.release.Action;
import dev.sluice.release.Capacity;
import dev.sluice.release.Phase;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Traffic;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Event;
import dev.sluice.state.Sight;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Mark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/// Makes the clusters of a release side by side, and what going back in all of them has come to.
record Clusters(ConsoleState state, Sight sight, Fleet fleet) {
  private static final Duration WORTH_SAYING = Duration.ofMinutes(5);

  ClustersView view() {
    return fleet.several()
        ? new ClustersView(
            fleet.members().stream().map(this::cluster).toList(), together(), left().views())
        : ClustersView.NONE;
  }

  /// How going back together stands, while it is worth saying: done everywhere, or where not.
  Optional<NewsView> outcome() {
    List<Pursuit> backs =
        fleet.members().stream().flatMap(member -> goingBack(member.ref()).stream()).toList();
    if (backs.size() < 2) {
      return Optional.empty();
    }
    long done = backs.stream().filter(Clusters::succeeded).count();
    boolean under = backs.stream().anyMatch(back -> !back.standing().over());
    boolean failed = backs.stream().anyMatch(back -> back.standing().over() && !succeeded(back));
    var rest = new StringJoiner(" ");
    List<ReleaseRef> toldBelow = left().views().stream().map(ClustersView.Refusal::ref).toList();
    backs.stream()
        .filter(back -> !succeeded(back) && !toldBelow.contains(back.errand().release()))
        .forEach(back ->
            rest.add(
                Texts.of(
                    "fleet.standing", back.errand().release().context(), back.standing().words())));
    return Optional.of(
        new NewsView(
            failed ? Mark.BAD : under ? Mark.HALF : Mark.GOOD,
            Texts.of(under ? "fleet.under" : "fleet.outcome", done, backs.size()),
            rest.toString()));
  }

  private LeftBehind left() {
    return new LeftBehind(state, sight, fleet);
  }

  private ClusterView cluster(Release member) {
    Optional<Pursuit> known = state.pursuit(member.ref());
    boolean failed = known.filter(back -> LeftBehind.failed(back, member)).isPresent();
    Optional<Pursuit> pursuit = known.filter(act -> failed || recent(act));
    Optional<Staleness> stale = Staleness.of(state.link(member.ref()), state.now());
    String aside =
        pursuit
            .map(act -> failed ? Texts.of("fleet.aside") : Texts.of(act.standing().words()))
            .or(() -> stale.map(Staleness::old))
            .orElse("");
    return new ClusterView(
        member.ref(),
        member.ref().equals(fleet.open().ref()),
        stale.isPresent() ? Mark.OPEN : mark(member),
        Wording.percent(share(member)),
        change(member),
        health(member.capacity()),
        pursuit.map(Clusters::mark).orElse(Mark.WARNING),
        aside);
  }

  private Optional<ClustersView.Together> together() {
    var fires = new ArrayList<Event.Fire>();
    var lines = new ArrayList<String>();
    for (Fleet.Part part : fleet.wayBack()) {
      String context = part.release().context();
      switch (part) {
        case Fleet.Part.Stays(_, var why) -> lines.add(Texts.of("fleet.stays", context, why));
        case Fleet.Part.Goes(var ref, var hash, var version) ->
            refusal(ref, hash)
                .ifPresentOrElse(
                    why -> lines.add(Texts.of("fleet.stays", context, why)),
                    () -> {
                      lines.add(Texts.of("fleet.goes", context, version));
                      fires.add(fire(ref, hash));
                    });
      }
    }
    return fires.size() < 2
        ? Optional.empty()
        : Optional.of(
            new ClustersView.Together(
                Texts.of("fleet.together", fires.size()), hint(), lines, fires));
  }

  private String hint() {
    List<String> denied = left().denied();
    return denied.isEmpty()
        ? Texts.of("fleet.hold")
        : Texts.of("fleet.hold.without", String.join(", ", denied));
  }

  /// While pods are replaced there may be more of them than are wanted.
  private static String health(Capacity pods) {
    return pods.ready() > pods.desired()
        ? Texts.of("fleet.surge", pods.ready())
        : Texts.of("pods.ready", pods.ready(), pods.desired());
  }

  private Optional<String> refusal(ReleaseRef ref, String hash) {
    return state
        .release(ref)
        .map(member -> sight.clearance(state, member, new Action.RollBack(hash)))
        .filter(clearance -> !clearance.granted())
        .map(clearance -> Texts.of(clearance.locks().getFirst().words()));
  }

  private Event.Fire fire(ReleaseRef ref, String hash) {
    return new Event.Fire(
        ref,
        new Action.RollBack(hash),
        Facts.of(state.release(ref).orElseThrow()),
        Optional.empty());
  }

  private Optional<Pursuit> goingBack(ReleaseRef ref) {
    return state
        .pursuit(ref)
        .filter(act -> act.errand().action() instanceof Action.RollBack)
        .filter(this::recent);
  }

  private boolean recent(Pursuit pursuit) {
    return !pursuit.standing().over()
        || pursuit.clocks().gesture().plus(WORTH_SAYING).isAfter(state.now());
  }

  private static boolean succeeded(Pursuit pursuit) {
    return pursuit.standing() instanceof Standing.Succeeded;
  }

  private static Mark mark(Pursuit pursuit) {
    return switch (pursuit.standing()) {
      case Standing.UnderWay _ -> Mark.HALF;
      case Standing.Verifying _, Standing.Overdue _, Standing.Left _ -> Mark.WARNING;
      case Standing.Succeeded _ -> Mark.GOOD;
      case Standing.Failed _ -> Mark.BAD;
    };
  }

  private static Mark mark(Release member) {
    if (member.progress().aborted() || member.progress().phase() == Phase.DEGRADED) {
      return Mark.BAD;
    }
    return member.updating() ? Mark.HALF : Mark.GOOD;
  }

  private static int share(Release member) {
    return switch (member.traffic()) {
      case Traffic.Weighted(_, int served) -> member.updating() ? served : 100;
      case Traffic.Switched _ -> member.currentHash().map(member::share).orElse(0);
    };
  }

  private static String change(Release member) {
    return member.updating()
        ? Texts.of(
            "fleet.change", Wording.version(member.stable()), Wording.version(member.current()))
        : Wording.version(member.current().or(member::stable));
  }
}
