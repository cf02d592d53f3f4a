package dev.sluice.app;

import dev.sluice.act.Pursuit;
import dev.sluice.release.Action;
import dev.sluice.release.Link;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Strategy;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Debriefing;
import dev.sluice.state.Drilling;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

  /// How long an effect may take before it is told of what it waits for.
  private static final Duration SOON = Duration.ofSeconds(4);

  private static final Duration SILENCE = Duration.ofSeconds(5);

  private static final String HEALTHY = "healthy";

  private final Drills drills;
  private final Transcript transcript;
  private final long seed;
  private final double speed;
  private int pictures;

  Recital(Drills drills, PrintWriter out, long seed, double speed) {
    this.drills = drills;
    this.transcript = new Transcript(out);
    this.seed = seed;
    this.speed = speed;
  }

  /// Says at once what is going to happen.
  void announce() {
    say(Texts.of("recital.begin"));
  }

  /// Plays it; the toolkit runs already.
  ///
  /// @param exercise that one alone; empty for the two everybody should see
  /// @return the exit code
  int play(Optional<String> exercise) {
    try {
      var folder = Files.createTempDirectory("sluice-drill-");
      if (exercise.map(HEALTHY::equals).orElse(true)) {
        promote(folder);
      }
      if (!exercise.equals(Optional.of(HEALTHY))) {
        bringBack(folder, exercise.orElse("leak"));
      }
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
    try (var session = open(HEALTHY);
        var easel = new Easel(folder, session, drills.exercises(), pictures)) {
      var puppet = begin(session);
      var release = puppet.open();
      step(session, Texts.of("recital.seen", release.ref().name()));
      puppet.wait(state -> measured(state, session));
      picture(easel, session, "canary");
      var done = puppet.act(new Action.Promote());
      did(session, Texts.of("recital.promoted"), done);
      picture(easel, session, "promoted");
      step(session, Texts.of("recital.step", Texts.of(session.now().ending())));
      pictures = easel.pictures();
    }
  }

  private void bringBack(Path folder, String exercise)
      throws IOException, InterruptedException, TimeoutException {
    try (var session = open(exercise);
        var easel = new Easel(folder, session, drills.exercises(), pictures)) {
      var over = new CompletableFuture<Drilling>();
      session.listen(over::complete);
      var puppet = begin(session);
      var release = puppet.open();
      if (release.strategy() instanceof Strategy.BlueGreen) {
        var done = puppet.act(new Action.Promote());
        did(session, Texts.of("recital.promoted"), done);
      }
      var alarm = new Alarm(release.ref(), release.currentHash().orElseThrow());
      step(session, Texts.of("recital.waiting"));
      var bad = puppet.wait(state -> alarm.in(state).isPresent());
      alarm.in(bad).ifPresent(why -> step(session, Texts.of(why)));
      picture(easel, session, "going-bad");
      step(session, Texts.of("recital.rolling"));
      long last = puppet.begin(new Action.RollBack(release.stableHash().orElseThrow()));
      accepted(easel, session, last);
      did(session, Texts.of("recital.rolledback"), puppet.end(last));
      picture(easel, session, "back");
      step(session, Texts.of("recital.settling"));
      over.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      step(session, Texts.of("drill.over"));
      var now = session.now();
      now.debriefing()
          .map(Recital::played)
          .ifPresent(said -> {
            easel.show(now.over(said));
            say(said);
          });
      picture(easel, session, "debrief");
      pictures = easel.pictures();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Keeps a picture of what was accepted, where its effect is not seen soon.
  private void accepted(Easel easel, DrillSession session, long last)
      throws IOException, InterruptedException, TimeoutException {
    try {
      new Puppet(session, session.now().release(), SOON).end(last);
    } catch (TimeoutException _) {
      step(session, Texts.of("recital.accepted"));
      picture(easel, session, "accepted");
    }
  }

  /// With who played it.
  private static Debriefing played(Debriefing said) {
    return said.with(new Debriefing.Fact(Words.of("recital.robot"), Words.of("recital.robot.who")));
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

  private void did(DrillSession session, String what, Pursuit done) {
    step(session, Texts.of("recital.did", what, Texts.of(done.standing().words())));
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

  private void picture(Easel easel, DrillSession session, String name)
      throws IOException, InterruptedException {
    session.speed(STILL);
    try {
      var ref = session.now().release();
      new Puppet(session, ref, FRESH).wait(state -> fresh(state, ref));
    } catch (TimeoutException _) {
      step(session, Texts.of("recital.old"));
    }
    step(session, Texts.of("recital.picture", easel.draw(name).toString()));
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
    said.timeUp().ifPresent(at -> say(Texts.of("drill.over.late", transcript.clock(at))));
    say(Texts.of(said.verdict()));
    said.facts()
        .forEach(
            fact -> say(Texts.of("recital.fact", Texts.of(fact.name()), Texts.of(fact.value()))));
  }

  private void say(String words) {
    transcript.say(words);
  }

  private void step(DrillSession session, String words) {
    transcript.step(session.store().state().now(), session.lasted(), words);
  }
}
