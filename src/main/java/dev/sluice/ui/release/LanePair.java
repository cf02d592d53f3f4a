package dev.sluice.ui.release;

import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Strategy;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.LaneView;
import dev.sluice.ui.control.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The two lanes of a blue-green: blue is the older revision, green the newer one. After the switch
/// blue is whatever still runs of the revision before.
///
/// @param older empty when nothing of it runs any more
/// @param switchedAt when the traffic moved to green, as far as the cluster tells
record LanePair(
    Release release,
    Optional<Revision> older,
    Optional<Revision> newer,
    Optional<Instant> switchedAt,
    Optional<Readings> readings) {
  private static final Duration FRESH = Duration.ofMinutes(1);

  static LanePair of(Release release, Optional<Readings> readings) {
    if (release.updating()) {
      return new LanePair(release, release.stable(), release.current(), Optional.empty(), readings);
    }
    Optional<Revision> newer = release.current().or(release::stable);
    Optional<Revision> older =
        release.revisions().stream()
            .filter(r -> newer.isEmpty() || !r.equals(newer.get()))
            .filter(r -> r.pods().total() > 0 || r.desired() > 0)
            .max(Comparator.comparing(Revision::created));
    return new LanePair(
        release, older, newer, older.flatMap(old -> switchedAt(release, old)), readings);
  }

  /// Whether green serves the users.
  boolean switched() {
    return newer.isPresent() && release.share(newer.get().podHash()) == 100;
  }

  /// @param now server time
  List<LaneView> views(Instant now) {
    List<LaneView> views = new ArrayList<>();
    older.ifPresent(r -> views.add(lane(r, Texts.of("lane.blue"), false, now)));
    newer.ifPresent(r -> {
      String name = older.isPresent() ? Texts.of("lane.green") : Texts.of("lane.only");
      views.add(lane(r, name, true, now));
    });
    return views;
  }

  private LaneView lane(Revision revision, String name, boolean green, Instant now) {
    int share = release.share(revision.podHash());
    boolean ready = revision.desired() > 0 && revision.ready() >= revision.desired();
    return new LaneView(
        name,
        role(revision, share, green),
        Wording.percent(share),
        revision.version(),
        Wording.digest(revision).map(HeadView.Digest::brief).orElse(""),
        ready ? Mark.GOOD : Mark.HALF,
        health(revision, green, now),
        revision.scaleDownAt().map(at -> kept(at, now)).orElse(""),
        share == 100);
  }

  private static String role(Revision revision, int share, boolean green) {
    String number = Wording.revision(revision);
    if (share == 100) {
      return Texts.of("lane.active", number);
    }
    return green ? Texts.of("lane.preview", number) : Texts.of("lane.kept", number);
  }

  private String health(Revision revision, boolean green, Instant now) {
    String ready = Texts.of("pods.ready", revision.ready(), revision.desired());
    OptionalDouble rate = rate(green, now);
    return rate.isEmpty()
        ? ready
        : Texts.of("lane.health", ready, Figures.perSecond(rate.getAsDouble()));
  }

  private OptionalDouble rate(boolean green, Instant now) {
    if (readings.isEmpty()) {
      return OptionalDouble.empty();
    }
    Readings.Pair pair = readings.get().pair(Signal.REQUESTS);
    Series series = green ? pair.canary() : pair.stable();
    return series.latest(now.minus(FRESH).toEpochMilli());
  }

  private static String kept(Instant until, Instant now) {
    return Texts.of("lane.kept.for", Figures.clock(Duration.between(now, until)));
  }

  private static Optional<Instant> switchedAt(Release release, Revision old) {
    return release.strategy() instanceof Strategy.BlueGreen blueGreen
        ? old.scaleDownAt().map(at -> at.minus(blueGreen.scaleDownDelay()))
        : Optional.empty();
  }
}
