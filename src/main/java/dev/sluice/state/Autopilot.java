package dev.sluice.state;

import dev.sluice.act.Facts;
import dev.sluice.act.Pursuit;
import dev.sluice.act.Standing;
import dev.sluice.conduct.Helm;
import dev.sluice.conduct.NextStep;
import dev.sluice.guard.Lock;
import dev.sluice.policy.Terms;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.time.Duration;
import java.util.Optional;

/// The part of the reducer that acts without a person: it goes back once what is armed proves bad,
/// and promotes what it steers when every gate passes. What it knows it reads off the state, so
/// that one who begins in the middle does the same as one who was there before.
final class Autopilot {

  /// After an action that did not work it is left to people, or to time, for so long.
  private static final Duration REST = Duration.ofSeconds(15);

  private final Acts acts;
  private final Sight sight;

  Autopilot(Acts acts, Sight sight) {
    this.acts = acts;
    this.sight = sight;
  }

  /// A turn for each release that this console acts for.
  Next turn(ConsoleState before) {
    var next = Next.of(before);
    for (var entry : before.dossiers().entrySet()) {
      if (entry.getValue().active()) {
        next = next.then(turn(next.state(), entry.getKey()));
      }
    }
    return next;
  }

  /// A turn for that release, if this console acts for it.
  Next turn(ConsoleState state, ReleaseRef ref) {
    if (!state.dossier(ref).active()) {
      return Next.of(state);
    }
    return state
        .release(ref)
        .map(release -> {
          var campaigning = campaign(state, ref);
          var standing = standBy(campaigning.state(), release);
          return campaigning.then(standing).then(steer(standing.state(), release));
        })
        .orElseGet(() -> Next.of(state));
  }

  private Next standBy(ConsoleState before, Release release) {
    var ref = release.ref();
    var dossier = before.dossier(ref);
    if (dossier.standby().isEmpty() || !dossier.active()) {
      return Next.of(before);
    }
    var standby =
        dossier.standby().get().against(release, before.policy(ref), before.serverNow(ref));
    var state = before.with(ref, dossier.with(standby));
    return standby.watching() && sight.next(state, release) instanceof NextStep.GoBack
        ? sight
            .lasting(state, release)
            .map(why -> goBack(state, release, why))
            .orElseGet(() -> Next.of(state))
        : Next.of(state);
  }

  /// A way back that the cluster refuses to this user is no way back. Anything else that stands
  /// against it may pass, so that it is tried again.
  private Next goBack(ConsoleState state, Release release, Words why) {
    var ref = release.ref();
    var action = new Action.RollBack(release.baselineHash().orElseThrow());
    var clearance = sight.clearance(state, release, action);
    var dossier = state.dossier(ref);
    var standby = dossier.standby().orElseThrow();
    if (!clearance.granted()) {
      return clearance
          .refusal()
          .map(Lock::words)
          .map(words -> Next.of(state.with(ref, dossier.with(standby.disarmed(words)))))
          .orElseGet(() -> Next.of(state));
    }
    var fired = state.with(ref, dossier.with(standby.fired(state.serverNow(ref), why)));
    var reason = Texts.of("standby.reason", why);
    return acts.fire(fired, new Event.Fire(ref, action, Facts.of(release), Optional.of(reason)));
  }

  private static Next campaign(ConsoleState state, ReleaseRef ref) {
    var dossier = state.dossier(ref);
    return dossier
        .helm()
        .filter(helm -> helm.due(state.now()))
        .map(helm ->
            Next.of(
                state.with(ref, dossier.steered(Optional.of(helm.askedAt(state.now())))),
                new Effect.Campaign(ref)))
        .orElseGet(() -> Next.of(state));
  }

  private Next steer(ConsoleState state, Release release) {
    var ref = release.ref();
    if (!release.updating() || goesBack(state, release)) {
      return steer(state, new Event.Steer(ref, false));
    } else if (another(state.dossier(ref), release)) {
      var left = steer(state, new Event.Steer(ref, false));
      return new Next(lapsed(left.state(), ref), left.effects());
    }
    boolean may =
        state.dossier(ref).helm().filter(helm -> helm.leads(state.now())).isPresent()
            && state.policy(ref).get(Terms.AUTO_PROMOTION)
            && state.underWay(ref).isEmpty()
            && !resting(state, release);
    if (!may || !(sight.next(state, release) instanceof NextStep.Promote)) {
      return Next.of(state);
    }
    var action = new Action.Promote();
    return sight.clearance(state, release, action).granted()
        ? acts.fire(state, new Event.Fire(ref, action, Facts.of(release), Optional.empty()))
        : Next.of(state);
  }

  /// What was taken back may be started again by anybody, and then it is not promoted unless
  /// somebody says so anew.
  private static boolean goesBack(ConsoleState state, Release release) {
    return release.progress().aborted()
        || state
            .underWay(release.ref())
            .map(pursuit -> pursuit.errand().action())
            .filter(action -> action instanceof Action.RollBack || action instanceof Action.Abort)
            .isPresent();
  }

  /// Whether another revision is on its way than the one that somebody wanted promoted.
  private static boolean another(Dossier dossier, Release release) {
    return dossier.helm().filter(helm -> !helm.covers(release)).isPresent();
  }

  /// Whether the newest action is too fresh for another one: what it did may not be seen yet, and
  /// what did not work is not tried again at once. In the end it is, since a write that never came
  /// through leaves nothing to be seen; should it come after all, the second one is refused.
  private static boolean resting(ConsoleState state, Release release) {
    return state
        .pursuit(release.ref())
        .filter(pursuit -> pursuit.errand().begun().plus(REST).isAfter(state.now()))
        .filter(pursuit -> !worked(pursuit) || seen(pursuit, release))
        .isPresent();
  }

  /// Whether the release still looks as it did before that action.
  private static boolean seen(Pursuit pursuit, Release release) {
    var armed = pursuit.errand().armed();
    return armed.resourceVersion().equals(release.version().resourceVersion());
  }

  private static boolean worked(Pursuit pursuit) {
    return pursuit.standing() instanceof Standing.Succeeded;
  }

  /// The user wants this console to promote that release by itself, or no more.
  static Next steer(ConsoleState state, Event.Steer wish) {
    var ref = wish.release();
    var dossier = state.dossier(ref);
    if (!wish.on()) {
      return dossier.helm().isEmpty()
          ? Next.of(state)
          : Next.of(state.with(ref, dossier.steered(Optional.empty())), new Effect.StepDown(ref));
    }
    var release = state.release(ref);
    var current = release.flatMap(Release::currentHash);
    if (wish.podHash().isPresent() && !wish.podHash().equals(current)) {
      return Next.of(lapsed(state, ref));
    }
    return release.isEmpty() || dossier.helm().isPresent()
        ? Next.of(state)
        : Next.of(state.with(ref, dossier.steered(release.map(Helm::taken))));
  }

  /// The console closes: what it did by itself ends, and others need not wait until its lead is
  /// over.
  static Next leave(ConsoleState before) {
    var next = Next.of(before);
    for (var entry : before.dossiers().entrySet()) {
      if (entry.getValue().active()) {
        var ref = entry.getKey();
        next = next.then(steer(next.state(), new Event.Steer(ref, false)));
        next = next.then(Next.of(Following.standBy(next.state(), new Event.StandBy(ref, false))));
      }
    }
    return next;
  }

  private static ConsoleState lapsed(ConsoleState state, ReleaseRef ref) {
    return Following.with(state, new Lapse(ref, false, true, new Lapse.Cause.Another(), false));
  }

  /// Who promotes. Whoever cannot be asked does not lead longer than their term.
  static ConsoleState led(ConsoleState state, Event.Led led) {
    var dossier = state.dossier(led.release());
    return dossier
        .helm()
        .map(helm ->
            state.with(
                led.release(),
                dossier.steered(
                    Optional.of(
                        helm.with(
                            led.lead()
                                .map(Optional::of)
                                .orElse(_ -> helm.lead().filter(Helm.Lead::mine)))))))
        .orElse(state);
  }
}
