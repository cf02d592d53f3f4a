package dev.sluice.drill.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.drill.debrief.Course.End;
import dev.sluice.drill.debrief.Deed.Kind;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebriefTest {
  private static final Instant OPENED = Instant.parse("2026-01-05T09:30:00Z");

  private static Instant at(int seconds) {
    return OPENED.plusSeconds(seconds);
  }

  private static Deed deed(int seconds, Kind kind) {
    return new Deed(at(seconds), kind, true);
  }

  /// Users hurt from second 100 on, at four times the wall's speed, over after ten minutes.
  private static Course course(End end, Optional<Instant> safe, Deed... deeds) {
    return new Course(
        OPENED,
        Pace.steady(4),
        List.of(new Course.Note(at(0), Words.of("drill.note.sees"))),
        List.of(deeds),
        Optional.of(at(100)),
        Optional.empty(),
        safe,
        60_000,
        90,
        end,
        at(600));
  }

  private static Course rolledBack() {
    return course(End.BACK, Optional.of(at(148)), deed(140, Kind.ABORT));
  }

  private static String fact(Debrief debrief, String name) {
    return debrief.facts().stream()
        .filter(fact -> fact.name().key().equals(name))
        .map(fact -> Texts.of(fact.value()))
        .findFirst()
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "BACK, BACK, true, back",
    "BACK, PROMOTED, false, hurt",
    "BACK, OPEN, false, hurt",
    "PROMOTE, BACK, false, needless",
    "PROMOTE, PROMOTED, true, promoted",
    "NOT_BLIND, BACK, true, back",
    "NOT_BLIND, PROMOTED, true, promoted",
  })
  void theVerdictGoesByTheAim(Aim aim, End end, boolean good, String verdict) {
    var debrief = Debrief.of(course(end, Optional.empty()), aim, Optional.empty());
    assertThat(debrief.good()).isEqualTo(good);
    assertThat(debrief.verdict().key()).isEqualTo("debrief.verdict." + verdict);
  }

  @Test
  void whatOnlyBringsTheOldTemplateToEveryoneIsNoPromotion() {
    var back =
        course(End.BACK, Optional.of(at(148)), deed(140, Kind.UNDO), deed(141, Kind.PROMOTE_FULLY));
    var forward = course(End.PROMOTED, Optional.empty(), deed(140, Kind.PROMOTE_FULLY));

    assertThat(words(back))
        .contains("Rolled back for all users at once")
        .doesNotContain("Promoted to all users at once");
    assertThat(words(forward)).contains("Promoted to all users at once");
  }

  private static List<String> words(Course course) {
    return Debrief.of(course, Aim.BACK, Optional.empty()).lines().stream()
        .map(line -> Texts.of(line.words()))
        .toList();
  }

  @Test
  void timesAreThoseOfTheWatchAndNotOfTheDrill() {
    var debrief = Debrief.of(rolledBack(), Aim.BACK, Optional.empty());
    assertThat(fact(debrief, "debrief.acted"))
        .startsWith("10 s by the watch (40 s of the drill) after");
    assertThat(fact(debrief, "debrief.seconds"))
        .startsWith("12 s by the watch (48 s of the drill) after");
    assertThat(debrief.best()).contains(new Best(Duration.ofSeconds(12), 90));
  }

  /// 60,000 requests in ten minutes are 360,000 in an hour, of which 1,800 may be bad.
  @Test
  void theBudgetIsThatOfAnHour() {
    var debrief = Debrief.of(rolledBack(), Aim.BACK, Optional.empty());
    assertThat(fact(debrief, "debrief.budget"))
        .startsWith("5")
        .contains("99.5")
        .contains("over all that Prometheus holds");
    assertThat(fact(debrief, "debrief.bad")).isEqualTo("90 of 60\u00a0000");
  }

  @Test
  void whoWasHurtIsNotSimplyCalledSafe() {
    var debrief = Debrief.of(rolledBack(), Aim.BACK, Optional.empty());
    assertThat(fact(debrief, "debrief.safe")).isEqualTo("safe again");
  }

  @Test
  void whoeverIsSoonerIsTheBestFromNowOn() {
    var slow = Optional.of(new Best(Duration.ofSeconds(20), 10));
    var fast = Optional.of(new Best(Duration.ofSeconds(5), 500));
    assertThat(Debrief.of(rolledBack(), Aim.BACK, slow).best().orElseThrow().safe())
        .isEqualTo(Duration.ofSeconds(12));
    assertThat(Debrief.of(rolledBack(), Aim.BACK, fast).best()).isEqualTo(fast);
    assertThat(fact(Debrief.of(rolledBack(), Aim.BACK, fast), "debrief.best"))
        .isEqualTo("5 s by the watch until all were safe");
    assertThat(new Best(Duration.ofSeconds(5), 1).beats(new Best(Duration.ofSeconds(5), 2)))
        .isTrue();
  }

  @Test
  void timesByTheWatchAreOfTheSpeedThatTheDrillHadThen() {
    var slowed =
        new Pace(
            4, List.of(mark(0, 0), mark(120, 30), mark(140, 50), mark(148, 52), mark(600, 165)));
    var debrief = Debrief.of(at(slowed, rolledBack()), Aim.BACK, Optional.empty());
    assertThat(fact(debrief, "debrief.acted")).startsWith("25 s by the watch (40 s of the drill)");
    assertThat(fact(debrief, "debrief.seconds")).startsWith("27 s by the watch (48 s");
    assertThat(debrief.best().orElseThrow().safe()).isEqualTo(Duration.ofSeconds(27));
  }

  private static Pace.Mark mark(int drill, int wall) {
    return new Pace.Mark(at(drill), Duration.ofSeconds(wall));
  }

  private static Course at(Pace pace, Course course) {
    return new Course(
        course.opened(),
        pace,
        course.notes(),
        course.deeds(),
        course.hurts(),
        course.blind(),
        course.safe(),
        course.requests(),
        course.bad(),
        course.end(),
        course.closed());
  }

  @Test
  void goingBackBeforeItHurtsIsTheBestThereIs() {
    var course =
        new Course(
            OPENED,
            Pace.steady(4),
            List.of(),
            List.of(deed(30, Kind.ABORT)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            10,
            1,
            End.BACK,
            at(60));
    var debrief = Debrief.of(course, Aim.BACK, Optional.empty());
    assertThat(fact(debrief, "debrief.acted")).isEqualTo("before many could notice");
    assertThat(debrief.best()).contains(new Best(Duration.ZERO, 1));
    assertThat(Debrief.of(course, Aim.PROMOTE, Optional.empty()).best()).isEmpty();
  }

  @Test
  void goingBackJustBeforeTheFirstHurtIsCountedIsEarly() {
    var course = course(End.BACK, Optional.of(at(101)), deed(99, Kind.ABORT));
    var debrief = Debrief.of(course, Aim.BACK, Optional.empty());
    assertThat(fact(debrief, "debrief.acted")).isEqualTo("before many could notice");
    assertThat(fact(debrief, "debrief.seconds")).isEmpty();
    assertThat(debrief.best()).contains(new Best(Duration.ZERO, 90));
    assertThat(debrief.lines())
        .extracting(line -> line.words().key())
        .doesNotContain("debrief.line.hurts", "debrief.line.safe");
  }

  @Test
  void anEarlyDeedThatTookLongToWorkIsEarlyAndTheHurtIsSaid() {
    var course = course(End.BACK, Optional.of(at(220)), deed(50, Kind.ABORT));
    var debrief = Debrief.of(course, Aim.BACK, Optional.empty());
    assertThat(fact(debrief, "debrief.acted")).isEqualTo("before many could notice");
    assertThat(fact(debrief, "debrief.seconds"))
        .startsWith("30 s by the watch (2 min of the drill) after");
  }

  @Test
  void whatDidNotEndWellIsNoBest() {
    var debrief = Debrief.of(course(End.OPEN, Optional.empty()), Aim.BACK, Optional.empty());
    assertThat(debrief.best()).isEmpty();
    assertThat(fact(debrief, "debrief.safe")).isEqualTo("not safe when time was up");
    assertThat(fact(debrief, "debrief.seconds")).isEqualTo("not before time was up");
    assertThat(fact(debrief, "debrief.acted")).isEqualTo("not in time");
  }

  @Test
  void aDeedBeforeTheHurtOrOneThatWasRefusedIsNoAnswer() {
    var refused = new Deed(at(120), Kind.ABORT, false);
    var course =
        course(End.BACK, Optional.of(at(160)), deed(50, Kind.ABORT), refused, deed(148, Kind.UNDO));
    var debrief = Debrief.of(course, Aim.BACK, Optional.empty());
    assertThat(fact(debrief, "debrief.acted")).startsWith("12 s");
    assertThat(debrief.lines())
        .extracting(line -> Texts.of(line.words()))
        .contains("Refused: Rolled back by aborting the update");
  }

  @ParameterizedTest
  @CsvSource({"30, true", "60, false", "119, false", "120, true"})
  void goingOnWhileBlindIsNoGoodEnding(int promoted, boolean good) {
    var course =
        new Course(
            OPENED,
            Pace.steady(4),
            List.of(),
            List.of(deed(promoted, Kind.PROMOTE)),
            Optional.empty(),
            Optional.of(new Course.Span(at(60), at(120))),
            Optional.empty(),
            10,
            0,
            End.PROMOTED,
            at(300));
    assertThat(Debrief.of(course, Aim.NOT_BLIND, Optional.empty()).good()).isEqualTo(good);
  }

  /// Nobody did anything in twenty minutes, and then somebody rolled back.
  private static Course tooLate() {
    var course =
        new Course(
            OPENED,
            Pace.steady(4),
            List.of(),
            List.of(),
            Optional.of(at(100)),
            Optional.empty(),
            Optional.empty(),
            60_000,
            900,
            End.OPEN,
            at(1205));
    return course.with(deed(1300, Kind.ABORT));
  }

  @Test
  void aDeedThatCameTooLateIsSaidToBeAndChangesNothing() {
    var debrief = Debrief.of(tooLate(), Aim.BACK, Optional.empty());
    assertThat(debrief.good()).isFalse();
    assertThat(debrief.timeUp()).contains(at(1205));
    assertThat(fact(debrief, "debrief.acted")).isEqualTo("too late: time was up");
    assertThat(debrief.lines())
        .extracting(line -> Texts.of(line.words()))
        .containsExactly(
            "Users begin to be hurt", "Time is up", "Too late: Rolled back by aborting the update");
  }

  @Test
  void whatCameToItsEndWasNotEndedByTheClock() {
    assertThat(Debrief.of(rolledBack(), Aim.BACK, Optional.empty()).timeUp()).isEmpty();
  }

  @Test
  void linesStandInTheOrderOfTimeAndSayWhatThePersonDid() {
    var lines = Debrief.of(rolledBack(), Aim.BACK, Optional.empty()).lines();
    assertThat(lines)
        .extracting(line -> Texts.of(line.words()))
        .containsExactly(
            "Prometheus answers again",
            "Users begin to be hurt",
            "Rolled back by aborting the update",
            "All users are safe");
    assertThat(lines).filteredOn(Debrief.Line::by).hasSize(1);
  }
}
