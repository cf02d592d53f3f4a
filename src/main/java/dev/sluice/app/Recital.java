package dev.sluice.app;

import dev.sluice.judge.Signal;
import dev.sluice.release.Action;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Debriefing;
import dev.sluice.state.Drilling;
import dev.sluice.text.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Plays a drill where there is no display: promotes a canary, sees one go bad, brings it back.
/// Says every step, and leaves pictures.
final class Recital {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

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

  /// Plays it; the toolkit runs already.
  ///
  /// @return the exit code
  int play() {
    say(Texts.of("recital.begin"));
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
      picture(easel, "canary");
      var done = puppet.act(new Action.Promote());
      say(Texts.of("recital.did", Texts.of("recital.promoted"), Texts.of(done.standing().words())));
      picture(easel, "promoted");
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
      puppet.wait(state -> failing(state, session));
      say(Texts.of("recital.bad"));
      picture(easel, "going-bad");
      var done = puppet.act(new Action.RollBack(release.stableHash().orElseThrow()));
      say(
          Texts.of(
              "recital.did", Texts.of("recital.rolledback"), Texts.of(done.standing().words())));
      picture(easel, "back");
      var ended = over.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      easel.show(session);
      ended.debriefing().ifPresent(this::say);
      picture(easel, "debrief");
      pictures = easel.pictures();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private DrillSession open(String exercise) {
    return drills
        .open(Optional.of(exercise), seed, speed)
        .orElse(why -> {
          throw new IllegalStateException(Texts.of(why.words()));
        });
  }

  private Puppet begin(DrillSession session) {
    var drilling = session.now();
    say(Texts.of("recital.exercise", Texts.of(drilling.exercise().title())));
    say(Texts.of(drilling.exercise().briefing()));
    return new Puppet(session, drilling.release(), PATIENCE);
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
    return state.measured(ref).readings().stream()
        .map(readings -> readings.pair(Signal.ERROR_RATE).canary())
        .anyMatch(canary -> canary.size() > 0 && canary.value(canary.size() - 1) > plain);
  }

  private void picture(Easel easel, String name) throws IOException, InterruptedException {
    say(Texts.of("recital.picture", easel.draw(name).toString()));
  }

  private void say(Debriefing said) {
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
