package dev.sluice.app;

import dev.sluice.judge.Signal;
import dev.sluice.release.Action;
import dev.sluice.release.Link;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Debriefing;
import dev.sluice.state.Drilling;
import dev.sluice.state.Times;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.TimeWords;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Plays a drill where there is no display: promotes a canary, sees one go bad, brings it back.
/// Says every step, and leaves pictures.
final class Recital {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /// How long a picture waits for what it shows to be fresh; an old one is better than none.
  private static final Duration FRESH = Duration.ofSeconds(30);

  /// While a picture is taken the drill goes by the wall's time, so that nothing grows old in it.
  private static final double STILL = 1;

  private static final Duration SILENCE = Duration.ofSeconds(5);

  /// So many times the limit, and its line stands well above it.
  private static final double PLAINLY = 1.5;

  private final Drills drills;
  private final PrintWriter out;
  private final long seed;
  private final double speed;
  private int pictures;

  Recital(Drills drills, PrintWriter out, long seed, double speed) {
    this.drills = drills;
    this.out = out;
    this.seed = seed;
    this.speed = speed;
  }

  /// Says at once what is going to happen.
  void announce() {
    say(Texts.of("recital.begin"));
  }

  /// Plays it; the toolkit runs already.
  ///
  /// @return the exit code
  int play() {
    try {
      var folder = Files.createTempDirectory("sluice-drill-");
      promote(folder);
      bringBack(folder);
      say(Texts.of("recital.end", folder.toString()));
      return 0;
    } catch (IOException e) {
      say(Texts.of("recital.unwritable", "" + e.getMessage()));
    } catch (TimeoutException _) {
      say(Texts.of("recital.late"));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return 1;
  }

  private void promote(Path folder) throws IOException, InterruptedException, TimeoutException {
    try (var session = open("healthy");
        var easel = new Easel(folder, session, drills.exercises(), pictures)) {
      var puppet = begin(session);
      var release = puppet.open();
      say(Texts.of("recital.seen", release.ref().name()));
      puppet.wait(state -> measured(state, session));
      picture(easel, session, "canary");
      var done = puppet.act(new Action.Promote());
      say(Texts.of("recital.did", Texts.of("recital.promoted"), Texts.of(done.standing().words())));
      picture(easel, session, "promoted");
      say(Texts.of("recital.step", Texts.of(session.now().ending())));
      pictures = easel.pictures();
    }
  }

  private void bringBack(Path folder) throws IOException, InterruptedException, TimeoutException {
    try (var session = open("leak");
        var easel = new Easel(folder, session, drills.exercises(), pictures)) {
      var over = new CompletableFuture<Drilling>();
      session.listen(over::complete);
      var puppet = begin(session);
      var release = puppet.open();
      var bad = puppet.wait(state -> failing(state, session));
      say(Texts.of("recital.bad", failures(bad, session), limit(bad, session)));
      picture(easel, session, "going-bad");
      var done = puppet.act(new Action.RollBack(release.stableHash().orElseThrow()));
      say(
          Texts.of(
              "recital.did", Texts.of("recital.rolledback"), Texts.of(done.standing().words())));
      picture(easel, session, "back");
      over.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      easel.show(session);
      session.now().debriefing().ifPresent(this::say);
      picture(easel, session, "debrief");
      pictures = easel.pictures();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private DrillSession open(String exercise) {
    drills.exercises().stream()
        .filter(one -> one.key().equals(exercise))
        .forEach(one -> {
          say(Texts.of("recital.exercise", Texts.of(one.title())));
          say(Texts.of(one.briefing()));
        });
    say(Texts.of("recital.starting"));
    return drills
        .open(Optional.of(exercise), seed, speed)
        .orElse(why -> {
          throw new IllegalStateException(Texts.of(why.words()));
        });
  }

  private Puppet begin(DrillSession session) {
    return new Puppet(session, session.now().release(), PATIENCE);
  }

  private static boolean measured(ConsoleState state, DrillSession session) {
    return state
        .measured(session.now().release())
        .readings()
        .filter(readings -> !readings.pairs().isEmpty())
        .isPresent();
  }

  /// Whether the canary fails so much more than it may that nobody overlooks it.
  private static boolean failing(ConsoleState state, DrillSession session) {
    var ref = session.now().release();
    double plain = PLAINLY * state.limits(ref).errorRate();
    return errors(state, ref) > plain;
  }

  /// The canary's share of bad requests, as last measured; no number where nothing was.
  private static double errors(ConsoleState state, ReleaseRef ref) {
    return state
        .measured(ref)
        .readings()
        .map(readings -> readings.pair(Signal.ERROR_RATE).canary())
        .filter(canary -> canary.size() > 0)
        .map(canary -> canary.value(canary.size() - 1))
        .orElse(Double.NaN);
  }

  private static String failures(ConsoleState state, DrillSession session) {
    return Figures.percent(errors(state, session.now().release()));
  }

  private static String limit(ConsoleState state, DrillSession session) {
    return Figures.percent(state.limits(session.now().release()).errorRate());
  }

  private void picture(Easel easel, DrillSession session, String name)
      throws IOException, InterruptedException {
    session.speed(STILL);
    try {
      var ref = session.now().release();
      new Puppet(session, ref, FRESH).wait(state -> fresh(state, ref));
    } catch (TimeoutException _) {
      say(Texts.of("recital.old"));
    }
    say(Texts.of("recital.picture", easel.draw(name).toString()));
    session.speed(speed);
  }

  /// Whether cluster, metrics and judge were heard of lately.
  private static boolean fresh(ConsoleState state, ReleaseRef ref) {
    var measured = state.measured(ref);
    return state.link(ref) instanceof Link.Live(var heard)
        && within(heard, state, SILENCE)
        && measured.judgement().isPresent()
        && measured
            .readings()
            .filter(readings -> within(readings.to(), state, state.limits(ref).freshness()))
            .isPresent();
  }

  private static boolean within(Instant then, ConsoleState state, Duration age) {
    return Duration.between(then, state.now()).compareTo(age) <= 0;
  }

  private void say(Debriefing said) {
    var times = TimeWords.of(Times.DEFAULT, ZoneId.systemDefault());
    said.timeUp().ifPresent(at -> say(Texts.of("drill.over.late", times.clock(at))));
    say(Texts.of(said.verdict()));
    said.facts()
        .forEach(
            fact -> say(Texts.of("recital.fact", Texts.of(fact.name()), Texts.of(fact.value()))));
  }

  private void say(String words) {
    out.println(words);
    out.flush();
  }
}
