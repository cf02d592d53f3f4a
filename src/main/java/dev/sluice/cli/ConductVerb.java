package dev.sluice.cli;

import dev.sluice.conduct.NextStep;
import dev.sluice.conduct.Standby;
import dev.sluice.policy.Terms;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Event;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// `sluice conduct`: brings a release through its stages without a window. It promotes when every
/// gate is open, and goes back when the newer revision proves bad, each as far as the policy
/// allows. After a blue-green's switch it stays as long as it is armed to go back. Nothing is kept
/// here: whoever is killed and begins again goes on where the cluster stands.
final class ConductVerb implements Verb {

  private final Desk desk;

  ConductVerb(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "conduct";
  }

  @Override
  public void describe(CommandSpec spec) {
    Options.release(spec);
  }

  @Override
  public int run(Given given) {
    return desk.act(given, this::conduct).code();
  }

  private Exit conduct(Visit visit, ReleaseRef ref) {
    var store = visit.session().store();
    store.post(new Event.Opened(ref));
    var ruled = visit.sightings().await(state -> state.law(ref).isPresent(), visit.patience());
    if (ruled.isEmpty()) {
      desk.terminal().say(Texts.of("cli.conduct.lawless", ref));
      return Exit.TIMED_OUT;
    }
    ruled
        .flatMap(state -> state.law(ref))
        .flatMap(law -> law.failure())
        .ifPresent(why -> desk.terminal().say(Texts.of(why.words())));
    var begunFor = ruled.flatMap(state -> state.release(ref)).flatMap(Release::currentHash);
    store.post(new Event.Steer(ref, true));
    store.post(new Event.StandBy(ref, true));
    try (var _ = desk.interrupts().on(() -> store.post(new Event.Steer(ref, false)))) {
      return followed(visit, ref, begunFor);
    }
  }

  private Exit followed(Visit visit, ReleaseRef ref, Optional<String> begunFor) {
    var told = new Told();
    Optional<ConsoleState> state;
    do {
      state = visit.sightings().next(visit.end());
      state.ifPresent(seen -> tell(visit, seen, ref, told));
    } while (state.isPresent() && !over(state.get(), ref, begunFor));
    visit.session().store().post(new Event.Steer(ref, false));
    return state.map(last -> exit(visit, last, ref, begunFor)).orElse(Exit.TIMED_OUT);
  }

  /// Whether nothing more is to be done: it is through and nothing is armed any more, it was taken
  /// back, or it is another one.
  private static boolean over(ConsoleState state, ReleaseRef ref, Optional<String> begunFor) {
    boolean disarmed =
        state.dossier(ref).standby().filter(standby -> !standby.watching()).isPresent();
    boolean rests =
        state
            .release(ref)
            .map(release -> release.progress().aborted() || (!release.updating() && disarmed))
            .orElse(true);
    return another(state, ref, begunFor) || (rests && state.underWay(ref).isEmpty());
  }

  /// Whether another revision is on its way than the one this was begun for, and not because this
  /// one goes back.
  private static boolean another(ConsoleState state, ReleaseRef ref, Optional<String> begunFor) {
    return !fired(state, ref)
        && state.release(ref).filter(one -> !one.currentHash().equals(begunFor)).isPresent();
  }

  private static boolean fired(ConsoleState state, ReleaseRef ref) {
    return state
        .dossier(ref)
        .standby()
        .filter(standby -> standby.phase() instanceof Standby.Phase.Fired)
        .isPresent();
  }

  private Exit exit(Visit visit, ConsoleState state, ReleaseRef ref, Optional<String> begunFor) {
    var release = state.release(ref);
    if (release.isEmpty()) {
      desk.terminal().say(Texts.of("cli.gone", ref));
      return Exit.FAILED;
    }
    if (another(state, ref, begunFor)) {
      desk.terminal().say(Texts.of("cli.conduct.another", ref));
      return Exit.FAILED;
    }
    boolean through = !release.get().progress().aborted() && !fired(state, ref);
    desk.terminal().say(Texts.of(visit.session().sight().next(state, release.get()).words()));
    return through ? Exit.OK : Exit.FAILED;
  }

  private void tell(Visit visit, ConsoleState state, ReleaseRef ref, Told told) {
    state
        .release(ref)
        .ifPresent(release -> {
          NextStep next = visit.session().sight().next(state, release);
          if (told.next(next)) {
            desk.terminal()
                .give(
                    state.now().truncatedTo(ChronoUnit.SECONDS)
                        + "  "
                        + new Outlook(release, state.serverNow(ref)).line(next)
                        + "\n");
          }
        });
    var dossier = state.dossier(ref);
    dossier.standby().map(ConductVerb::said).ifPresent(words -> told.say(desk.terminal(), words));
    dossier
        .helm()
        .flatMap(helm -> helm.lead())
        .ifPresent(lead -> {
          boolean may = state.policy(ref).get(Terms.AUTO_PROMOTION);
          var words = Words.of(lead.mine() ? "cli.conduct.leads" : "cli.conduct.follows");
          told.lead(desk.terminal(), may ? words : Words.of("cli.conduct.unasked"));
        });
  }

  private static Words said(Standby standby) {
    return switch (standby.phase()) {
      case Standby.Phase.Watching _ -> Words.of("cli.conduct.armed");
      case Standby.Phase.Disarmed(var why) -> Words.of("cli.conduct.disarmed", why);
      case Standby.Phase.Fired(_, var why) -> Words.of("cli.conduct.fired", why);
    };
  }
}
