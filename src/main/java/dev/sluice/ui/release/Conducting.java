package dev.sluice.ui.release;

import dev.sluice.act.Facts;
import dev.sluice.conduct.Helm;
import dev.sluice.conduct.Standby;
import dev.sluice.gate.Finding;
import dev.sluice.gate.Gate;
import dev.sluice.policy.Policy;
import dev.sluice.policy.Terms;
import dev.sluice.release.Release;
import dev.sluice.state.Dossier;
import dev.sluice.state.Lapse;
import dev.sluice.state.Signing;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Makes the card that says what comes next.
///
/// @param stale set while the cluster is not heard
/// @param signing the newest signature that was asked for, if any
/// @param refused whether the cluster lets this user not go back, so that there is nothing to arm
/// @param now server time
record Conducting(
    Release release,
    Coming coming,
    List<Finding> findings,
    Policy policy,
    Dossier dossier,
    boolean refused,
    Optional<Staleness> stale,
    Optional<Signing> signing,
    Instant now) {

  ConductView view() {
    return new ConductView(
        coming.view(),
        goesBack(),
        promotes(),
        signs(),
        signing.flatMap(Signing::refusal).map(Texts::of).orElse(""),
        signs() && signing.filter(asked -> asked.covers(Facts.of(release))).isPresent()
            ? Texts.of("review.signing")
            : "",
        Facts.of(release));
  }

  /// There is no switch while there is nothing to go back from.
  private Optional<ConductView.Switch> goesBack() {
    if (release.progress().aborted() || (coming.returning() && coming.fired().isEmpty())) {
      return Optional.empty();
    }
    var words = dossier.standby().map(standby -> standing(standby, release, now));
    if (words.isEmpty()) {
      boolean offered = !refused && release.onTrial(now) && policy.get(Terms.AUTO_ROLLBACK);
      return offered ? Optional.of(off()) : Optional.empty();
    }
    boolean on = dossier.standby().filter(Standby::watching).isPresent();
    return Optional.of(standby(on, withEnd(words.get()), !on));
  }

  /// Promoting by itself ends when it goes back, and does not begin again by itself.
  private String withEnd(String words) {
    boolean ended = coming.fired().isPresent() && dossier.helm().isEmpty();
    return ended && release.updating() && policy.get(Terms.AUTO_PROMOTION)
        ? Texts.sentence(words) + " " + Texts.of("standby.ends")
        : words;
  }

  private ConductView.Switch off() {
    return dossier
        .lapse()
        .filter(Lapse::back)
        .map(lapse -> standby(false, ended(lapse), true))
        .orElseGet(() -> standby(false, Texts.of("standby.off"), false));
  }

  private static ConductView.Switch standby(boolean on, String words, boolean bad) {
    return new ConductView.Switch(on, words, bad, Texts.of("standby.help"));
  }

  /// What an earlier console did, this one does not.
  private static String ended(Lapse lapse) {
    return switch (lapse.cause()) {
      case Lapse.Cause.Closed(var at) -> Texts.of("lapse.closed", Wording.day(at));
      case Lapse.Cause.Ended _ -> Texts.of("lapse.ended");
      case Lapse.Cause.Another _ -> Texts.of("lapse.another");
    };
  }

  static String standing(Standby standby, Release release, Instant now) {
    return switch (standby.phase()) {
      case Standby.Phase.Watching _ -> Texts.of("standby.on", Wording.version(release.current()));
      case Standby.Phase.Disarmed(var why) -> Texts.of("standby.disarmed", why);
      case Standby.Phase.Fired(var at, var why) ->
          Texts.of("standby.fired", Wording.time(at, now), why);
    };
  }

  private Optional<ConductView.Steering> promotes() {
    var helm = dossier.helm();
    if (helm.isPresent()) {
      return helm.map(on -> new ConductView.Steering(true, Texts.of(said(on)), ""));
    }
    boolean offered =
        release.updating()
            && !coming.returning()
            && !release.takenBack()
            && policy.get(Terms.AUTO_PROMOTION);
    return offered
        ? Optional.of(
            new ConductView.Steering(
                false, wouldPromote(), stale.map(Staleness::worthLine).orElse("")))
        : Optional.empty();
  }

  private String wouldPromote() {
    String plan = new Steering(release, findings, now).words();
    return dossier
        .lapse()
        .filter(Lapse::promotes)
        .map(lapse -> ended(lapse) + " " + plan)
        .orElse(plan);
  }

  private static Words said(Helm helm) {
    return helm.lead()
        .map(lead -> Words.of(lead.mine() ? "helm.leads" : "helm.follows"))
        .orElseGet(() -> Words.of("helm.asking"));
  }

  /// Only healthy charts can be signed, and only where a signature is missing.
  private boolean signs() {
    boolean wanted =
        findings.stream().anyMatch(finding -> finding.gate() == Gate.REVIEW && finding.holds());
    boolean healthy = findings.stream().filter(Finding::felt).noneMatch(Finding::holds);
    return wanted && healthy && stale.isEmpty();
  }
}
