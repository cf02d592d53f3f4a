package dev.sluice.ui.release;

import dev.sluice.act.Pursuit;
import dev.sluice.act.Standing;
import dev.sluice.conduct.Fleet;
import dev.sluice.guard.Lock;
import dev.sluice.release.Action;
import dev.sluice.release.Denial;
import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Identity;
import dev.sluice.state.Sight;
import dev.sluice.text.Invocation;
import dev.sluice.text.Texts;
import dev.sluice.ui.release.ClustersView.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The clusters whose users are not back though they should be, and who can do something about it.
/// They stay until somebody has.
record LeftBehind(ConsoleState state, Sight sight, Fleet fleet) {

  List<Refusal> views() {
    return Stream.concat(
            fleet.members().stream().flatMap(member -> refused(member).stream()),
            together()
                ? fleet.wayBack().stream().flatMap(part -> neverAsked(part).stream())
                : Stream.of())
        .toList();
  }

  /// Which clusters the user's own rights keep from going back.
  List<String> denied() {
    return fleet.wayBack().stream()
        .flatMap(part -> part instanceof Fleet.Part.Goes goes ? Stream.of(goes) : Stream.of())
        .filter(goes ->
            state
                .release(goes.release())
                .flatMap(member -> lacking(member, goes.podHash()))
                .isPresent())
        .map(goes -> goes.release().context())
        .toList();
  }

  /// Whether that way back failed, and nobody has brought the users back since, or onto another
  /// version.
  static boolean failed(Pursuit back, Release member) {
    return back.errand().action() instanceof Action.RollBack(var target)
        && back.standing().over()
        && !(back.standing() instanceof Standing.Succeeded)
        && member.share(target) < 100
        && back.errand().armed().currentHash().equals(member.currentHash());
  }

  private Optional<Refusal> refused(Release member) {
    return state
        .pursuit(member.ref())
        .filter(back -> failed(back, member))
        .map(back -> {
          String target = ((Action.RollBack) back.errand().action()).targetHash();
          return denial(back, member, target)
              .map(missing -> denied(member, target, missing))
              .orElseGet(() ->
                  refusal(
                      member,
                      target,
                      Texts.sentence(Texts.of(back.standing().words())),
                      Texts.of("fleet.refused.again")));
        });
  }

  /// A cluster that was left out, since the user may not act there.
  private Optional<Refusal> neverAsked(Fleet.Part part) {
    return part instanceof Fleet.Part.Goes(var ref, var target, _)
        ? state
            .release(ref)
            .filter(member -> state.pursuit(ref).filter(back -> failed(back, member)).isEmpty())
            .flatMap(
                member -> lacking(member, target).map(missing -> denied(member, target, missing)))
        : Optional.empty();
  }

  /// Whether more than one of them was brought back.
  private boolean together() {
    return fleet.members().stream()
            .flatMap(member -> state.pursuit(member.ref()).stream())
            .filter(act -> act.errand().action() instanceof Action.RollBack)
            .count()
        > 1;
  }

  private Optional<Denial> denial(Pursuit back, Release member, String target) {
    return back.standing() instanceof Standing.Failed(_, var failure)
            && failure.orElse(null) instanceof Failure.Forbidden(_, var reason)
        ? Denial.in(reason)
        : lacking(member, target);
  }

  private Optional<Denial> lacking(Release member, String target) {
    return sight.clearance(state, member, new Action.RollBack(target)).locks().stream()
        .flatMap(lock ->
            lock instanceof Lock.Denied(var kind, _)
                ? Stream.of(Denial.of(kind, member.ref().namespace()))
                : Stream.of())
        .findFirst();
  }

  private Refusal denied(Release member, String target, Denial missing) {
    String user =
        missing
            .user()
            .or(() ->
                Optional.ofNullable(state.identities().get(member.ref().context()))
                    .map(Identity::user))
            .orElseGet(() -> Texts.of("fleet.refused.you"));
    String resource =
        missing.group().isEmpty()
            ? missing.resource()
            : Texts.of("fleet.refused.grouped", missing.resource(), missing.group());
    return refusal(
        member,
        target,
        Texts.of("fleet.refused.right", user, missing.verb(), resource, missing.namespace()),
        Texts.of("fleet.refused.ask"));
  }

  private Refusal refusal(Release member, String target, String why, String todo) {
    var ref = member.ref();
    return new Refusal(
        ref,
        ref.equals(fleet.open().ref()),
        Texts.of("fleet.refused", ref.context()),
        why,
        todo,
        Invocation.INSTALLED.with(
            "rollback",
            ref.name(),
            "-n",
            ref.namespace(),
            "--context",
            ref.context(),
            "--to",
            target));
  }
}
