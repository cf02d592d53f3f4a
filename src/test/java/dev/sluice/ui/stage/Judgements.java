package dev.sluice.ui.stage;

import dev.sluice.judge.Assessment;
import dev.sluice.judge.Evidence;
import dev.sluice.judge.Hearing;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Lack;
import dev.sluice.judge.Measure;
import dev.sluice.judge.Prospect;
import dev.sluice.judge.Signal;
import dev.sluice.judge.Soak;
import dev.sluice.judge.Verdict;
import dev.sluice.judge.count.Tally;
import dev.sluice.judge.evidence.Dispersion;
import dev.sluice.judge.evidence.Noise;
import dev.sluice.judge.slo.BurnAlert;
import dev.sluice.judge.slo.ErrorBudget;
import dev.sluice.judge.slo.Slo;
import dev.sluice.judge.slo.Spending;
import dev.sluice.text.Figures;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/// What the judge says of the canary of [Samples]: at 10 % for 42 minutes, after half an hour at 1
/// %.
public final class Judgements {
  private static final Instant NOW = Samples.NOW;
  private static final Instant BEGUN = NOW.minus(Duration.ofMinutes(75));
  private static final Instant STAGE = NOW.minus(Duration.ofSeconds(2530));
  private static final double ALARM = 6.2;
  private static final Tally CANARY = new Tally(297_900, 1_512);
  private static final Tally STABLE = new Tally(2_682_400, 12_950);

  private static final Measure ERRORS = Measure.of(Signal.ERROR_RATE, OptionalDouble.of(0.01), 2);
  private static final Measure SLOW = Measure.of(Signal.LATENCY_P99, OptionalDouble.of(0.01), 2);

  private Judgements() {}

  /// Both measures proved.
  public static Judgement safe() {
    return judgement(safe(ERRORS), safe(SLOW));
  }

  /// Errors twice what stable has; latency is fine.
  public static Judgement regressed() {
    var evidence = evidence(new Tally(297_900, 3_020), 2.1, 1.88, 2.33, 210, Optional.empty());
    var sentence =
        Words.of(
            "judge.worse", Words.of("judge.range", "1.88", "2.33"), what(ERRORS), "2.10", "1.20");
    return judgement(hearing(10, new Verdict.Regressed(evidence, false, sentence)), safe(SLOW));
  }

  /// The same, with little counted since, which by itself would leave it open.
  public static Judgement regressedBefore() {
    return regressedBefore(regressed().assessments().getFirst().hearing().orElseThrow().course());
  }

  /// The same, of whose course nothing was drawn when it was found.
  public static Judgement regressedBetween() {
    return regressedBefore(List.of());
  }

  private static Judgement regressedBefore(List<Hearing.Moment> course) {
    var found = regressed().assessments().getFirst().hearing().orElseThrow();
    var evidence = evidence(new Tally(300, 2), 1.1, 0.28, 6, 210, Optional.empty());
    var sentence = Words.of("judge.worse.proved", what(ERRORS), "1.20");
    var verdict = new Verdict.Regressed(evidence, false, sentence);
    return judgement(new Hearing(found.soak(), verdict, course), safe(SLOW));
  }

  /// Of a blue-green after its switch: far more fails than may.
  public static Judgement switchedBadly() {
    var evidence = nothing(new Tally(161_700, 11_319), Tally.NONE);
    var sentence = Words.of("judge.overlimit", Figures.percent(0.07), what(ERRORS), "1\u00a0%");
    return judgement(
        hearing(100, new Verdict.Regressed(evidence, true, sentence)),
        undecided(SLOW, Lack.NO_STABLE));
  }

  /// The same, with nothing to be said against it.
  public static Judgement switchedWell() {
    return undecided(Lack.NO_STABLE);
  }

  /// Undecided for that reason by its errors; latency is fine, but where nothing can be.
  public static Judgement undecided(Lack lack) {
    return judgement(
        undecided(ERRORS, lack),
        lack == Lack.NO_DATA || lack == Lack.NO_STABLE ? undecided(SLOW, lack) : safe(SLOW));
  }

  /// One pod of a canary of any name is bad.
  public static Judgement badPod(String pod) {
    var sentence = Words.of("judge.pod", pod, what(ERRORS));
    var outlook = Words.of("judge.outlook.ONE_BAD_POD", pod);
    var evidence = evidence(Lack.ONE_BAD_POD);
    return judgement(
        hearing(10, new Verdict.Undecided(evidence, Lack.ONE_BAD_POD, sentence, outlook)),
        safe(SLOW));
  }

  /// Hardly a request fails, so that nothing can be compared; latency is fine.
  public static Judgement rare() {
    var lack = Lack.TOO_LITTLE;
    var evidence = evidence(new Tally(297_900, 1), 1.1, 0.1, 40, 0.1, Optional.empty());
    var heard = undecided(ERRORS, lack).verdict();
    var verdict = new Verdict.Undecided(evidence, lack, heard.sentence(), Words.of("judge.never"));
    var known = judgement(hearing(10, verdict), safe(SLOW));
    var service = new Prospect.Service(1180, 2e-6, 10, noise(true));
    var errors = known.assessments().getFirst();
    return new Judgement(
        known.revision(),
        List.of(
            new Assessment(ERRORS, service, Prospect.of(service, plan(), ERRORS), errors.hearing()),
            known.assessments().getLast()),
        known.spending(),
        known.asOf());
  }

  /// There are no counters to compare it by.
  public static Judgement uncounted() {
    return new Judgement(Optional.of("b"), List.of(), Optional.empty(), NOW.minusSeconds(20));
  }

  /// The release has not begun.
  public static Judgement before() {
    return new Judgement(
        Optional.empty(),
        List.of(assessment(ERRORS, Optional.empty()), assessment(SLOW, Optional.empty())),
        Optional.of(spending(0.62, 0, false)),
        NOW);
  }

  /// The same, of a service that Prometheus has known for hardly more than an hour.
  public static Judgement lately(Judgement judgement) {
    var all = judgement.spending().orElseThrow();
    var budget = all.budget();
    var part = Optional.of(Duration.ofMinutes(65));
    var known =
        new Spending(
            all.slo(),
            new ErrorBudget(budget.left(), budget.release(), part),
            all.burns(),
            all.burning(),
            all.course(),
            all.asOf());
    return new Judgement(
        judgement.revision(), judgement.assessments(), Optional.of(known), judgement.asOf());
  }

  /// The same, of a service whose error budget is not known.
  public static Judgement unspent(Judgement judgement) {
    return new Judgement(
        judgement.revision(), judgement.assessments(), Optional.empty(), judgement.asOf());
  }

  /// The same, said of another stage.
  public static Judgement at(int weight, Judgement judgement) {
    return new Judgement(
        judgement.revision(),
        judgement.assessments().stream()
            .map(one ->
                new Assessment(
                    one.measure(),
                    one.service(),
                    one.prospects(),
                    one.hearing()
                        .map(heard ->
                            new Hearing(
                                new Soak(
                                    weight,
                                    heard.soak().since(),
                                    heard.soak().notWorseThan(),
                                    heard.soak().stages()),
                                heard.verdict(),
                                heard.course()))))
            .toList(),
        judgement.spending(),
        judgement.asOf());
  }

  /// Counted that long ago for the last time.
  public static Judgement old(Judgement judgement, Duration age) {
    return new Judgement(
        judgement.revision(), judgement.assessments(), judgement.spending(), NOW.minus(age));
  }

  private static Judgement judgement(Hearing errors, Hearing slow) {
    boolean bad = errors.verdict() instanceof Verdict.Regressed;
    return new Judgement(
        Optional.of("b"),
        List.of(assessment(ERRORS, Optional.of(errors)), assessment(SLOW, Optional.of(slow))),
        Optional.of(bad ? spending(0.41, 0.027, true) : spending(0.62, 0.0004, false)),
        NOW.minusSeconds(20));
  }

  private static Assessment assessment(Measure measure, Optional<Hearing> hearing) {
    var service = new Prospect.Service(1180, 0.005, 10, noise(true));
    return new Assessment(measure, service, Prospect.of(service, plan(), measure), hearing);
  }

  private static List<Prospect.Planned> plan() {
    return List.of(
        new Prospect.Planned(1, Duration.ofMinutes(30), 3),
        new Prospect.Planned(10, Duration.ofHours(1), 1.5),
        new Prospect.Planned(25, Duration.ofHours(1), 1.5),
        new Prospect.Planned(50, Duration.ofHours(2), 1.5),
        new Prospect.Planned(100, Duration.ZERO, 1.5));
  }

  private static Hearing safe(Measure measure) {
    var evidence = evidence(CANARY, 1.05, 0.94, 1.14, 0.3, Optional.empty());
    var sentence = Words.of("judge.safe", 10, "1.14", what(measure), "1.20");
    return hearing(10, new Verdict.Safe(evidence, sentence));
  }

  private static Hearing undecided(Measure measure, Lack lack) {
    var sentence =
        switch (lack) {
          case TOO_LITTLE, TURNING ->
              Words.of(
                  "judge.between",
                  Words.of("judge.range", "0.92", "1.44"),
                  what(measure),
                  Words.of(
                      "judge.counts",
                      Figures.count(1_512),
                      Figures.count(297_900),
                      Figures.count(12_950),
                      Figures.count(2_682_400)));
          case ONE_BAD_POD -> Words.of("judge.pod", "checkout-6d9f7c-x7k2p", what(measure));
          case NO_DATA, ONE_STABLE_POD, BOTH_OVER_LIMIT, STABLE_SICK, NO_STABLE ->
              Words.of("judge.lack." + lack);
        };
    var outlook =
        switch (lack) {
          case TOO_LITTLE -> Words.of("judge.time", Duration.ofMinutes(6));
          case ONE_BAD_POD -> Words.of("judge.outlook." + lack, "checkout-6d9f7c-x7k2p");
          case NO_DATA, ONE_STABLE_POD, BOTH_OVER_LIMIT, STABLE_SICK, TURNING, NO_STABLE ->
              Words.of("judge.outlook." + lack);
        };
    return hearing(
        lack == Lack.NO_STABLE ? 100 : 10,
        new Verdict.Undecided(evidence(lack), lack, sentence, outlook));
  }

  private static Evidence evidence(Lack lack) {
    return switch (lack) {
      case NO_DATA -> nothing(Tally.NONE, Tally.NONE);
      case NO_STABLE -> nothing(new Tally(1_062_000, 4_900), Tally.NONE);
      case TOO_LITTLE, TURNING, ONE_STABLE_POD, ONE_BAD_POD, BOTH_OVER_LIMIT, STABLE_SICK ->
          evidence(
              CANARY,
              1.15,
              0.92,
              1.44,
              lack == Lack.TURNING ? 4.4 : 1.6,
              Optional.of(Duration.ofMinutes(6)));
    };
  }

  private static Evidence nothing(Tally canary, Tally stable) {
    return new Evidence(
        canary,
        stable,
        Double.NaN,
        0,
        Double.POSITIVE_INFINITY,
        0,
        0,
        ALARM,
        noise(true),
        Optional.empty(),
        Optional.empty());
  }

  private static Evidence evidence(
      Tally canary,
      double ratio,
      double low,
      double high,
      double against,
      Optional<Duration> left) {
    return new Evidence(
        canary,
        STABLE,
        ratio,
        low,
        high,
        Math.max(against, 2),
        against,
        ALARM,
        noise(true),
        left,
        Optional.of(NOW.minusSeconds(20)));
  }

  private static Hearing hearing(int weight, Verdict verdict) {
    return new Hearing(new Soak(weight, STAGE, 1.2, 4), verdict, course(verdict.evidence()));
  }

  /// A wide interval that narrows at each stage, and ends where the evidence is now.
  private static List<Hearing.Moment> course(Evidence end) {
    if (Double.isNaN(end.ratio())) {
      return List.of();
    }
    var random = new Random(6);
    var course = new ArrayList<Hearing.Moment>();
    for (var at = BEGUN; at.isBefore(NOW); at = at.plusSeconds(30)) {
      boolean first = at.isBefore(STAGE);
      double minutes = Duration.between(first ? BEGUN : STAGE, at).toSeconds() / 60.0;
      double done = Math.min(1, minutes / 42);
      double width = first ? 0.5 + 4 / (1 + minutes / 3) : spread(end) * (1 + 7 / (1 + minutes));
      double middle = Math.log(end.ratio()) * (first ? 0.3 : 0.6 + 0.4 * done);
      double ratio = middle + random.nextGaussian() * 0.02;
      course.add(
          new Hearing.Moment(
              at,
              first ? 1 : 10,
              minutes < 1 ? Double.NaN : Math.exp(ratio),
              Math.exp(ratio - width),
              minutes < 3 ? Double.POSITIVE_INFINITY : Math.exp(ratio + width),
              end.peak() * done,
              end.against() * done));
    }
    return course;
  }

  private static double spread(Evidence end) {
    return Math.log(end.high() / end.low()) / 2;
  }

  /// @param bad whether it has burned fast since the release began
  private static Spending spending(double left, double release, boolean bad) {
    var course = new ArrayList<Spending.Left>();
    int hours = 30 * 24;
    for (int i = hours; i >= 0; i--) {
      double slow = left + release + 0.2 * i / hours;
      course.add(
          new Spending.Left(NOW.minus(Duration.ofHours(i)), i == 0 ? left : Math.min(1, slow)));
    }
    var slo = new Slo(0.999, Duration.ofDays(30));
    return new Spending(
        slo,
        new ErrorBudget(left, release, Optional.empty()),
        Spending.Burn.all(over -> answered(over, bad)),
        BurnAlert.firing(slo, over -> answered(over, bad)),
        course,
        NOW);
  }

  /// Over the last so long, at the traffic of 1,180 requests/s.
  private static Tally answered(Duration over, boolean bad) {
    var since = Duration.between(BEGUN, NOW);
    long lately = Math.min(over.toSeconds(), since.toSeconds());
    double failed = lately * (bad ? 0.0162 : 0.0004) + (over.toSeconds() - lately) * 0.0004;
    return new Tally(1180 * over.toSeconds(), Math.round(1180 * failed));
  }

  private static Noise noise(boolean learned) {
    return new Noise(Dispersion.NONE, Dispersion.NONE, learned);
  }

  private static Words what(Measure measure) {
    return Words.of("judge.what." + measure.signal());
  }
}
