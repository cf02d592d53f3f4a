package dev.sluice.ui.stage;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Debriefing;
import dev.sluice.state.Drilling;
import dev.sluice.state.Exercise;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An exercise in its states, each of which agrees with itself: at four times the wall's speed.
public final class Drills {
  public static final Exercise LEAK = exercise("leak");
  public static final Exercise CLIFF = exercise("cliff");

  private static final Duration LIMIT = Duration.ofMinutes(20);

  /// By the drill's clock; what is done well is over a moment ago.
  private static final Instant HURTS = Samples.NOW.minusSeconds(52);

  private static final int SPEED = 4;

  private Drills() {}

  private static Exercise exercise(String key) {
    return new Exercise(key, Words.of("drill.title." + key), Words.of("drill.briefing." + key));
  }

  /// Its briefing.
  public static Drilling running() {
    return new Drilling(
        LEAK,
        new ReleaseRef("drill", "shop", "checkout"),
        Words.of("drill.look.leak"),
        Words.of("drill.ending.leak"),
        SPEED,
        CLIFF,
        Optional.empty());
  }

  /// Rolled back in time.
  public static Drilling well() {
    return running()
        .over(
            new Debriefing(
                true,
                Words.of("debrief.verdict.back"),
                List.of(
                    fact("safe", Words.of("debrief.safe.again")),
                    fact("acted", time(36)),
                    fact("seconds", time(44)),
                    fact("bad", Words.of("debrief.bad.of", "72", "24 100")),
                    fact("budget", Words.of("debrief.budget.hour", "4.05 %", "99.5 %")),
                    fact("best", Words.of("debrief.best.first"))),
                List.of(
                    line(HURTS, "debrief.line.hurts", false),
                    line(HURTS.plusSeconds(36), "debrief.deed.ABORT", true),
                    line(HURTS.plusSeconds(44), "debrief.line.safe", false)),
                Optional.empty()));
  }

  /// Nobody did anything until its 20 minutes were up.
  public static Drilling badly() {
    var begun = Samples.NOW.minus(LIMIT);
    var up = Samples.NOW;
    return running()
        .over(
            new Debriefing(
                false,
                Words.of("debrief.verdict.hurt"),
                List.of(
                    fact("safe", Words.of("debrief.safe.no")),
                    fact("acted", Words.of("debrief.acted.never")),
                    fact("seconds", Words.of("debrief.never")),
                    fact("bad", Words.of("debrief.bad.of", "9 120", "118 400")),
                    fact("budget", Words.of("debrief.budget.hour", "513 %", "99.5 %"))),
                List.of(
                    line(begun.plusSeconds(108), "debrief.line.hurts", false),
                    line(up, "debrief.line.up", false)),
                Optional.of(up)));
  }

  private static Debriefing.Fact fact(String name, Words value) {
    return new Debriefing.Fact(Words.of("debrief." + name), value);
  }

  private static Words time(int seconds) {
    return Words.of(
        "debrief.time", Duration.ofSeconds(seconds / SPEED), Duration.ofSeconds(seconds));
  }

  private static Debriefing.Line line(Instant at, String words, boolean by) {
    return new Debriefing.Line(at, Words.of(words), by);
  }
}
