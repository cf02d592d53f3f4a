package dev.sluice.ui.release;

import dev.sluice.judge.Assessment;
import dev.sluice.judge.Evidence;
import dev.sluice.judge.Hearing;
import dev.sluice.judge.Lack;
import dev.sluice.judge.Measure;
import dev.sluice.judge.Verdict;
import dev.sluice.judge.count.Tally;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.verdict.MeasureView;
import dev.sluice.ui.verdict.RatioView;
import dev.sluice.ui.verdict.Ratios;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One measure with what the judge says of it, in the words of the window.
record Judged(Assessment assessment, Hearing hearing) {
  private static final int SAFE = 0;
  private static final int RARE = 1;
  private static final int REGRESSED = 10;

  Measure measure() {
    return assessment.measure();
  }

  Verdict verdict() {
    return hearing.verdict();
  }

  /// How soon a person should hear of it: the higher, the sooner.
  int gravity() {
    return switch (verdict()) {
      case Verdict.Regressed _ -> REGRESSED;
      case Verdict.Undecided _ when assessment.tooRare() -> RARE;
      case Verdict.Undecided undecided -> Judging.gravity(undecided.lack());
      case Verdict.Safe _ -> SAFE;
    };
  }

  Mark mark() {
    return switch (verdict()) {
      case Verdict.Regressed _ -> Mark.BAD;
      case Verdict.Undecided _ when assessment.tooRare() -> Mark.OPEN;
      case Verdict.Undecided undecided -> mark(undecided.lack());
      case Verdict.Safe _ -> Mark.GOOD;
    };
  }

  /// Of this measure alone: where nothing is left to be told by comparing, its own limit says how
  /// it stands, and nothing is pending.
  private Mark measureMark() {
    if (!(verdict() instanceof Verdict.Undecided undecided)) {
      return mark();
    } else if (assessment.tooRare()) {
      return Mark.GOOD;
    }
    return switch (undecided.lack()) {
      case NO_STABLE -> byLimit();
      case ONE_STABLE_POD -> Mark.QUIET;
      case NO_DATA, TOO_LITTLE, ONE_BAD_POD, BOTH_OVER_LIMIT, STABLE_SICK, TURNING -> mark();
    };
  }

  private Mark byLimit() {
    Tally canary = verdict().evidence().canary();
    if (measure().limit().isEmpty() || canary.requests() == 0) {
      return mark();
    }
    return canary.share() <= measure().limit().getAsDouble() ? Mark.GOOD : Mark.WARNING;
  }

  private static Mark mark(Lack lack) {
    return switch (lack) {
      case TOO_LITTLE -> Mark.HALF;
      case NO_DATA, NO_STABLE, ONE_STABLE_POD -> Mark.OPEN;
      case ONE_BAD_POD, BOTH_OVER_LIMIT, STABLE_SICK, TURNING -> Mark.WARNING;
    };
  }

  /// Whether it tells of what was counted since its stage began, and leaves open what follows.
  boolean counts() {
    return verdict() instanceof Verdict.Undecided undecided
        && (undecided.lack() == Lack.TOO_LITTLE || undecided.lack() == Lack.TURNING);
  }

  /// The verdict in a word or two.
  String words() {
    return switch (verdict()) {
      case Verdict.Regressed(_, boolean overLimit, _) ->
          Texts.of(overLimit ? "verdict.overlimit" : "verdict.regressed");
      case Verdict.Undecided _ when assessment.tooRare() -> Texts.of("verdict.rare");
      case Verdict.Undecided undecided -> Texts.of("verdict.undecided." + undecided.lack());
      case Verdict.Safe _ -> Texts.of("verdict.safe");
    };
  }

  String outlook() {
    return switch (verdict()) {
      case Verdict.Regressed _ -> Texts.of("verdict.regressed.outlook");
      case Verdict.Undecided _ when assessment.tooRare() -> "";
      case Verdict.Undecided undecided -> Texts.of(undecided.outlook());
      case Verdict.Safe _ -> "";
    };
  }

  /// @param old whether it is too old to go by
  /// @param broken whether its limit is broken now, so that what was counted until now is no good
  ///   news
  MeasureView view(boolean old, boolean broken) {
    boolean doubted = old && !(verdict() instanceof Verdict.Regressed);
    Mark mark = doubted ? Mark.OPEN : measureMark();
    if (broken && mark == Mark.GOOD) {
      mark = Mark.QUIET;
    }
    String name = Texts.of("verdict.what." + measure().signal());
    RatioView ratio = ratio();
    String words = compared(ratio);
    String tip = Stream.of(figures(), evidence()).collect(Collectors.joining("\n"));
    String state = doubted ? Texts.of("verdict.unknown") : words();
    String spoken =
        Stream.of(name, state, sentence(), outlook(), range(), figures())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(". "));
    return new MeasureView(mark, name, words, ratio, tip, spoken);
  }

  /// How it compares, as far as that is known.
  private String compared(RatioView ratio) {
    if (ratio.known() && !assessment.tooRare()) {
      return Texts.of("verdict.ratio", Ratios.times(ratio.ratio()));
    }
    return worse() ? Texts.of("verdict.ratio.over", Ratios.times(measure().tolerated())) : share();
  }

  /// Whether it was found worse than stable rather than over a limit.
  boolean worse() {
    return verdict() instanceof Verdict.Regressed(_, boolean limit, _) && !limit;
  }

  /// Where nothing can be compared, or too little fails: the canary’s own share, beside its limit.
  private String share() {
    Tally canary = verdict().evidence().canary();
    if (canary.requests() == 0) {
      return Texts.of("verdict.ratio.none");
    }
    String share = Figures.percent(canary.share());
    return measure().limit().isPresent()
        ? Texts.of("verdict.share.limit", share, Figures.percent(measure().limit().getAsDouble()))
        : share;
  }

  RatioView ratio() {
    Evidence evidence = verdict().evidence();
    if (worse() && evidence.low() <= measure().tolerated()) {
      return proved(evidence.alarm());
    }
    boolean compared = hearing.soak().weight() < 100;
    return ratio(compared ? evidence.ratio() : Double.NaN, evidence.low(), evidence.high());
  }

  private RatioView ratio(double ratio, double low, double high) {
    return new RatioView(ratio, low, high, measure().tolerated(), hearing.soak().notWorseThan());
  }

  /// What was found worse stays so, whatever is counted after it: as it stood when it was found.
  private RatioView proved(double alarm) {
    return hearing.course().stream()
        .filter(then -> then.peak() >= alarm && then.low() > measure().tolerated())
        .findFirst()
        .map(then -> ratio(then.ratio(), then.low(), then.high()))
        .orElseGet(() -> ratio(Double.NaN, 0, Double.POSITIVE_INFINITY));
  }

  /// The verdict in plain words.
  String sentence() {
    return assessment.tooRare()
        ? Texts.of("verdict.rare.why", Texts.of("judge.what." + measure().signal()))
        : Texts.of(verdict().sentence());
  }

  /// Its figures, a line each.
  List<String> lines() {
    return Stream.of(range(), figures(), evidence()).filter(line -> !line.isEmpty()).toList();
  }

  private String range() {
    RatioView ratio = ratio();
    return ratio.known()
        ? Texts.of(
            "verdict.range",
            Ratios.times(ratio.ratio()),
            Ratios.range(ratio),
            Ratios.times(ratio.tolerated()),
            Ratios.times(ratio.asked()))
        : "";
  }

  /// Requests and bad ones of both sides at this stage.
  String figures() {
    Evidence evidence = verdict().evidence();
    return Texts.of("verdict.figures", side(evidence.canary()), side(evidence.stable()));
  }

  private static String side(Tally tally) {
    return Texts.of("verdict.side", Figures.count(tally.bad()), Figures.count(tally.requests()));
  }

  /// The evidence that it is worse, as odds.
  String evidence() {
    Evidence evidence = verdict().evidence();
    return Texts.of(
        "verdict.evidence",
        odds(evidence.against()),
        odds(evidence.peak()),
        odds(evidence.alarm()));
  }

  private static String odds(double logarithm) {
    double most = Math.log(1e6);
    return logarithm > most
        ? Texts.of("verdict.odds.many", Figures.count(1_000_000))
        : Texts.of("verdict.odds", Figures.fixed(Math.exp(logarithm), logarithm < 2.3 ? 1 : 0));
  }
}
