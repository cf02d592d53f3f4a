package dev.sluice.metrics;

import dev.sluice.conduct.Docket;
import dev.sluice.judge.Assessment;
import dev.sluice.judge.Inquiry;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Measure;
import dev.sluice.judge.Prospect;
import dev.sluice.judge.Signal;
import dev.sluice.judge.count.Slicer;
import dev.sluice.judge.count.Weights;
import dev.sluice.judge.count.Weights.Turn;
import dev.sluice.judge.slo.Spending;
import dev.sluice.release.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// What was counted of one release so far, and what the judge makes of it. Each look takes up what
/// was counted since the one before; the first one everything from six hours before the canary got
/// its first traffic, in pieces. Belongs to one thread.
final class CaseFile {
  /// So many scrapes long a new pod is left out, and so long before it is told of the weight may
  /// have turned: the engine tells of a step when it is over, and a router needs its time, too.
  private static final int SETTLING = 4;

  /// What a slice is seen with: as long as a pod that is silent is still missed, and longer than
  /// one is cold.
  private static final Duration REACH = Duration.ofMinutes(6);

  /// What is asked for at once: 240 samples a series as a rule.
  private static final Duration PIECE = Duration.ofHours(1);

  private static final Duration BEFORE = Duration.ofHours(6);

  /// What came earlier of a release that has been waiting for days is let be.
  private static final Duration LONGEST = Duration.ofHours(24);

  private static final Duration RECKONING = Duration.ofMinutes(1);

  private final Map<Signal, Inquiry> inquiries = new EnumMap<>(Signal.class);
  private Optional<Subject> subject = Optional.empty();
  private Weights weights = new Weights(List.of());
  private Instant earliest = Instant.EPOCH;
  private Instant edge = Instant.EPOCH;
  private Optional<Account> account = Optional.empty();
  private Optional<Spending> spending = Optional.empty();
  private Instant reckoned = Instant.EPOCH;

  /// What an inquiry is into.
  private record Subject(
      CountersSource.Basis basis,
      Optional<String> revision,
      Optional<String> stable,
      List<Measure> measures,
      Duration within,
      List<Prospect.Planned> plan) {

    static Subject of(Docket docket, CountersSource source, Instant now) {
      var release = docket.release();
      return new Subject(
          source.basis(),
          release.currentHash().filter(_ -> release.onTrial(now)),
          release.onTrial(now) ? release.baselineHash() : release.stableHash(),
          docket.measures(),
          docket.within(),
          docket.plan());
    }
  }

  /// What there is to say now; a failure as soon as anything cannot be had, when the next look goes
  /// on where this one stopped.
  ///
  /// @param now on the cluster's clock
  /// @return empty where nothing was counted since the look before
  Result<Optional<Judgement>> look(Docket docket, CountersSource source, Instant now) {
    begin(docket, source, now);
    reckon(docket, source, now);
    var step = source.step();
    weights = since(earliest, docket.weights(), step);
    // What was scraped just now may be on its way still.
    var end = aligned(now.minus(step), step);
    edge = aligned(edge, step);
    Result<Optional<Judgement>> said = Result.ok(Optional.empty());
    while (said instanceof Result.Ok<Optional<Judgement>> && !edge.plus(step).isAfter(end)) {
      var piece = edge.plus(PIECE);
      said = take(docket, source, piece.isAfter(end) ? end : piece);
    }
    return said;
  }

  /// Whether it begins anew: with another subject, or because of what it was told of the weights
  /// only now. What was counted before a canary is worth keeping.
  private void begin(Docket docket, CountersSource source, Instant now) {
    var step = source.step();
    var next = Subject.of(docket, source, now);
    boolean alike = subject.map(Subject::basis).equals(Optional.of(next.basis()));
    account = alike ? account : Optional.empty();
    boolean same = subject.equals(Optional.of(next));
    boolean retold = !alike(past(weights), past(since(earliest, docket.weights(), step)));
    if (same && !retold) {
      return;
    }
    boolean keeps =
        !retold
            && alike
            && subject.map(Subject::stable).equals(Optional.of(next.stable()))
            && inquiries.values().stream().noneMatch(Inquiry::opened);
    if (keeps) {
      next.measures.forEach(measure ->
          inquiries.computeIfPresent(
              measure.signal(), (_, known) -> known.anew(measure, next.plan)));
    } else {
      inquiries.clear();
      earliest = now.minus(LONGEST);
      edge = first(since(earliest, docket.weights(), step), now).minus(BEFORE);
    }
    subject = Optional.of(next);
  }

  private static Instant first(Weights weights, Instant now) {
    return weights.turns().stream()
        .filter(turn -> turn.weight() > 0)
        .map(Turn::at)
        .min(Instant::compareTo)
        .orElse(now);
  }

  private static Weights since(Instant earliest, Weights weights, Duration step) {
    return new Weights(
        weights.turns().stream()
            .map(turn -> turn.at().isBefore(earliest) ? new Turn(earliest, turn.weight()) : turn)
            .toList(),
        step.multipliedBy(SETTLING));
  }

  private List<Turn> past(Weights all) {
    var counted = edge.minus(all.vague());
    return all.turns().stream().filter(turn -> turn.at().isBefore(counted)).toList();
  }

  /// Whether both tell of the same turns; who tells of one sooner says nothing new.
  private boolean alike(List<Turn> one, List<Turn> other) {
    return one.size() == other.size()
        && IntStream.range(0, one.size())
            .allMatch(i ->
                one.get(i).weight() == other.get(i).weight()
                    && Duration.between(one.get(i).at(), other.get(i).at())
                            .abs()
                            .compareTo(weights.vague())
                        <= 0);
  }

  private static Instant aligned(Instant time, Duration step) {
    return Instant.ofEpochMilli(
        Math.floorDiv(time.toEpochMilli(), step.toMillis()) * step.toMillis());
  }

  private Result<Optional<Judgement>> take(Docket docket, CountersSource source, Instant to) {
    var signals = docket.measures().stream().map(Measure::signal).toList();
    return source
        .read(docket.release(), signals, docket.within(), edge.minus(REACH), to)
        .map(counted -> {
          for (var measure : docket.measures()) {
            var ofIt = Objects.requireNonNull(counted.get(measure.signal()));
            take(docket, measure, ofIt, source, to);
          }
          edge = to;
          return Optional.of(judgement());
        });
  }

  private void take(
      Docket docket, Measure measure, Counted counted, CountersSource source, Instant to) {
    var signal = measure.signal();
    boolean countable = signal != Signal.LATENCY_P99 || counted.within().isPresent();
    if (!countable && !inquiries.containsKey(signal)) {
      return;
    }
    var inquiry =
        inquiries.computeIfAbsent(
            signal, _ -> new Inquiry(limited(docket, measure, counted.within()), docket.plan()));
    var slicer = new Slicer(weights, source.step(), source.step().multipliedBy(SETTLING));
    slicer
        .slices(counted.counters(), edge.minus(REACH), to, source.step(), counted.partial())
        .stream()
        .filter(slice -> !slice.from().isBefore(edge))
        .forEach(inquiry::take);
  }

  /// A limit of the latency stands for those slower than just that.
  private static Measure limited(Docket docket, Measure measure, OptionalDouble within) {
    double limit = docket.within().toNanos() / 1e9;
    return within.isEmpty() || Math.abs(within.getAsDouble() - limit) < limit * 1e-6
        ? measure
        : new Measure(
            measure.signal(), measure.tolerated(), OptionalDouble.empty(), measure.alpha());
  }

  private Judgement judgement() {
    List<Assessment> said = inquiries.values().stream().map(Inquiry::assessment).toList();
    return new Judgement(subject.flatMap(Subject::revision), said, spending, edge);
  }

  /// Reckons the error budget once a minute. One that cannot be had is not known any more.
  private void reckon(Docket docket, CountersSource source, Instant now) {
    if (reckoned.plus(RECKONING).isAfter(now)) {
      return;
    }
    reckoned = now;
    var kept = account.orElseGet(source::account);
    account = Optional.of(kept);
    var errors = Optional.ofNullable(inquiries.get(Signal.ERROR_RATE));
    spending =
        docket
            .slo()
            .flatMap(
                slo -> kept.look(docket.release(), slo, errors, now).orElse(_ -> Optional.empty()));
  }
}
