package dev.sluice.drill.debrief;

import dev.sluice.drill.debrief.Course.End;
import dev.sluice.text.Figures;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is said after a drill.
///
/// @param good whether it ended as it should
/// @param verdict in one sentence
/// @param facts the figures
/// @param lines what happened, in the order of time
/// @param timeUp when its time was up; empty where it came to an end before
/// @param best what is the best from now on, if there is one
public record Debrief(
    boolean good,
    Words verdict,
    List<Fact> facts,
    List<Line> lines,
    Optional<Instant> timeUp,
    Optional<Best> best) {
  /// The share of requests that may be bad: an objective of 99.5 %.
  private static final double ALLOWED = 0.005;

  private static final double HOUR = 3600;

  public Debrief {
    facts = List.copyOf(facts);
    lines = List.copyOf(lines);
  }

  /// A figure and what it is of.
  public record Fact(Words name, Words value) {}

  /// Something that happened.
  ///
  /// @param by whether a person did it
  public record Line(Instant at, Words words, boolean by) {}

  /// The debrief of that course.
  ///
  /// @param before the best so far
  public static Debrief of(Course course, Aim aim, Optional<Best> before) {
    boolean passing = course.wentBackFirst() && course.hurtInPassing();
    return told(passing ? course.unhurt() : course, aim, before);
  }

  private static Debrief told(Course course, Aim aim, Optional<Best> before) {
    boolean good =
        switch (aim) {
          case PROMOTE -> course.end() == End.PROMOTED;
          case BACK -> course.end() == End.BACK;
          case NOT_BLIND -> course.end() != End.OPEN && !course.wentOnBlind();
        };
    var result = result(course, aim).filter(_ -> good);
    return new Debrief(
        good,
        verdict(course, aim, good),
        facts(course, aim, before, result),
        lines(course),
        course.timeUp(),
        result.filter(now -> before.isEmpty() || now.beats(before.get())).or(() -> before));
  }

  private static Words verdict(Course course, Aim aim, boolean good) {
    if (course.wentOnBlind() && aim == Aim.NOT_BLIND) {
      return Words.of("debrief.verdict.blind");
    }
    return switch (course.end()) {
      case PROMOTED ->
          good ? Words.of("debrief.verdict.promoted") : Words.of("debrief.verdict.hurt");
      case BACK -> good ? Words.of("debrief.verdict.back") : Words.of("debrief.verdict.needless");
      case OPEN ->
          course.hurts().isPresent() && course.safe().isEmpty()
              ? Words.of("debrief.verdict.hurt")
              : Words.of("debrief.verdict.open");
    };
  }

  private static Optional<Best> result(Course course, Aim aim) {
    return (early(course, aim) ? Optional.of(Duration.ZERO) : toSafe(course))
        .map(safe -> new Best(safe, course.bad()));
  }

  /// Whether somebody went back before many could notice.
  private static boolean early(Course course, Aim aim) {
    return aim == Aim.BACK && course.hurts().isEmpty() && course.end() == End.BACK;
  }

  /// By a watch on the wall.
  private static Optional<Duration> toSafe(Course course) {
    return course
        .hurts()
        .flatMap(since -> course.safe().map(safe -> course.pace().between(since, safe)));
  }

  private static List<Fact> facts(
      Course course, Aim aim, Optional<Best> before, Optional<Best> result) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(Words.of("debrief.safe"), safety(course)));
    if (early(course, aim)) {
      facts.add(new Fact(Words.of("debrief.acted"), Words.of("debrief.acted.early")));
    }
    course
        .hurts()
        .ifPresent(since -> {
          facts.add(new Fact(Words.of("debrief.acted"), acted(course, since)));
          facts.add(
              new Fact(
                  Words.of("debrief.seconds"),
                  course
                      .safe()
                      .map(safe -> both(course, since, safe))
                      .orElse(Words.of("debrief.never"))));
        });
    facts.add(
        new Fact(
            Words.of("debrief.bad"),
            Words.of(
                "debrief.bad.of", Figures.count(course.bad()), Figures.count(course.requests()))));
    facts.add(new Fact(Words.of("debrief.budget"), budget(course)));
    result.ifPresent(now ->
        facts.add(
            new Fact(
                Words.of("debrief.best"),
                before
                    .map(best ->
                        now.beats(best)
                            ? Words.of("debrief.best.new", best.safe())
                            : Words.of("debrief.best.old", best.safe()))
                    .orElse(Words.of("debrief.best.first")))));
    return facts;
  }

  private static Words both(Course course, Instant since, Instant until) {
    return Words.of(
        "debrief.time", course.pace().between(since, until), Duration.between(since, until));
  }

  private static Words safety(Course course) {
    if (course.hurts().isEmpty()) {
      return Words.of(course.wentBackFirst() ? "debrief.safe.early" : "debrief.safe.yes");
    }
    return Words.of(course.safe().isPresent() ? "debrief.safe.again" : "debrief.safe.no");
  }

  private static Words acted(Course course, Instant since) {
    return course
        .answer()
        .map(deed -> both(course, since, deed.at()))
        .orElseGet(() -> unanswered(course));
  }

  private static Words unanswered(Course course) {
    if (course.wentBackFirst()) {
      return Words.of("debrief.acted.early");
    }
    return Words.of(course.wentBackLate() ? "debrief.acted.late" : "debrief.acted.never");
  }

  /// Of what an hour may have.
  private static Words budget(Course course) {
    double seconds = Math.max(1, Duration.between(course.opened(), course.closed()).toSeconds());
    double allowed = course.requests() / seconds * HOUR * ALLOWED;
    return Words.of(
        "debrief.budget.hour",
        Figures.percent(allowed == 0 ? 0 : course.bad() / allowed),
        Figures.percent(1 - ALLOWED));
  }

  private static List<Line> lines(Course course) {
    List<Line> lines = new ArrayList<>();
    course.notes().forEach(note -> lines.add(new Line(note.at(), note.words(), false)));
    course.hurts().ifPresent(at -> lines.add(new Line(at, Words.of("debrief.line.hurts"), false)));
    course.safe().ifPresent(at -> lines.add(new Line(at, Words.of("debrief.line.safe"), false)));
    course.timeUp().ifPresent(at -> lines.add(new Line(at, Words.of("debrief.line.up"), false)));
    course.deeds().forEach(deed -> lines.add(new Line(deed.at(), said(course, deed), true)));
    lines.sort(Comparator.comparing(Line::at));
    return lines;
  }

  private static Words said(Course course, Deed deed) {
    var words =
        course.bringsBack(deed)
            ? Words.of("debrief.deed.back")
            : Words.of("debrief.deed." + deed.kind());
    if (!deed.accepted()) {
      return Words.of("debrief.refused", words);
    }
    return course.late(deed) ? Words.of("debrief.late", words) : words;
  }
}
