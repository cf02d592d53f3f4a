package dev.sluice.ui.release;

import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Succession;
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
import java.util.stream.Stream;

/// The two lanes of a blue-green. A lane keeps its name however the traffic moves: blue is the
/// revision whose pods were made first, green the one made later. Going back does not make them
/// anew, so that a switch back does not swap the names in the middle of an incident.
///
/// @param blue empty when nothing of it runs any more
/// @param green the only lane where there is one
/// @param switchedAt when the traffic moved to where it is, as far as the cluster tells
record LanePair(
    Release release,
    Optional<Revision> blue,
    Optional<Revision> green,
    Optional<Instant> switchedAt,
    Optional<Readings> readings) {
  private static final Duration FRESH = Duration.ofMinutes(1);

  /// Rates are taken over a minute, so that one sooner after the switch is still of before it.
  private static final Duration SETTLING = Duration.ofMinutes(1);

  private static final Comparator<Revision> MADE =
      Comparator.comparing(Revision::created).thenComparingInt(Revision::number);

  static LanePair of(Release release, Optional<Readings> readings) {
    Optional<Revision> one = release.current().or(release::stable);
    Optional<Revision> other = release.updating() ? release.stable() : kept(release, one);
    List<Revision> made = Stream.concat(one.stream(), other.stream()).sorted(MADE).toList();
    return new LanePair(
        release,
        made.size() > 1 ? Optional.of(made.getFirst()) : Optional.empty(),
        made.isEmpty() ? Optional.empty() : Optional.of(made.getLast()),
        other.flatMap(_ -> new Succession(release).switchedAt()),
        readings);
  }

  /// The lane that serves the users.
  Optional<Revision> active() {
    return green.filter(this::serves).or(() -> blue.filter(this::serves));
  }

  /// The lane that does not.
  Optional<Revision> idle() {
    return blue.filter(r -> !serves(r)).or(() -> blue.flatMap(_ -> green));
  }

  /// What a lane is called in a chart.
  String line(Revision lane) {
    if (blue.isEmpty()) {
      return Texts.of("line.active");
    }
    return Texts.of(isBlue(lane) ? "line.blue" : "line.green");
  }

  /// The same of one that users were taken off.
  String left(Revision lane) {
    return Texts.of(isBlue(lane) ? "line.blue.left" : "line.green.left");
  }

  /// What was measured of that lane.
  Series series(Revision lane, Signal signal) {
    return readings.map(all -> all.of(lane.podHash(), signal)).orElse(Series.EMPTY);
  }

  /// Blue first.
  ///
  /// @param trouble what is bad about the newer revision in a word or two, if anything is
  /// @param now server time
  List<LaneView> views(Optional<String> trouble, Instant now) {
    List<LaneView> views = new ArrayList<>();
    blue.ifPresent(r -> views.add(lane(r, Texts.of("lane.blue"), trouble, now)));
    green.ifPresent(r -> {
      String name = blue.isPresent() ? Texts.of("lane.green") : Texts.of("lane.only");
      views.add(lane(r, name, trouble, now));
    });
    return views;
  }

  private LaneView lane(Revision revision, String name, Optional<String> trouble, Instant now) {
    var standing = standing(revision);
    boolean active = standing == LaneView.Standing.ACTIVE;
    boolean ready = revision.desired() > 0 && revision.ready() >= revision.desired();
    return new LaneView(
        name,
        role(revision, standing),
        Wording.percent(release.share(revision.podHash())),
        Texts.of(active ? "lane.users.all" : "lane.users.none"),
        revision.version(),
        Wording.digest(revision).map(HeadView.Digest::brief).orElse(""),
        ready ? Mark.GOOD : Mark.HALF,
        health(revision, now),
        revision.scaleDownAt().map(at -> kept(at, now)).orElse(""),
        trouble
            .filter(_ -> release.currentHash().filter(revision.podHash()::equals).isPresent())
            .orElse(""),
        standing);
  }

  private LaneView.Standing standing(Revision revision) {
    if (serves(revision)) {
      return LaneView.Standing.ACTIVE;
    }
    boolean coming =
        release.updating() && release.currentHash().filter(revision.podHash()::equals).isPresent();
    return coming ? LaneView.Standing.PREVIEW : LaneView.Standing.KEPT;
  }

  private static String role(Revision revision, LaneView.Standing standing) {
    String number = Wording.revision(revision);
    return switch (standing) {
      case ACTIVE -> Texts.of("lane.active", number);
      case PREVIEW -> Texts.of("lane.preview", number);
      case KEPT -> Texts.of("lane.kept", number);
    };
  }

  private String health(Revision revision, Instant now) {
    String ready = Texts.of("pods.ready", revision.ready(), revision.desired());
    Optional<Instant> settled = switchedAt.map(at -> at.plus(SETTLING));
    if (settled.filter(now::isBefore).isPresent()) {
      return Texts.of("lane.settling", ready, Figures.clock(Duration.between(now, settled.get())));
    }
    OptionalDouble rate = rate(revision, settled.orElse(Instant.EPOCH), now);
    return rate.isEmpty()
        ? ready
        : Texts.of("lane.health", ready, Figures.perSecond(rate.getAsDouble()));
  }

  private OptionalDouble rate(Revision revision, Instant settled, Instant now) {
    Instant fresh = now.minus(FRESH);
    Instant since = fresh.isBefore(settled) ? settled : fresh;
    return series(revision, Signal.REQUESTS).latest(since.toEpochMilli());
  }

  private boolean serves(Revision revision) {
    return release.share(revision.podHash()) == 100;
  }

  private boolean isBlue(Revision lane) {
    return blue.filter(b -> b.podHash().equals(lane.podHash())).isPresent();
  }

  private static Optional<Revision> kept(Release release, Optional<Revision> active) {
    return release.revisions().stream()
        .filter(r -> active.filter(a -> a.podHash().equals(r.podHash())).isEmpty())
        .filter(r -> r.pods().total() > 0 || r.desired() > 0)
        .max(MADE);
  }

  private static String kept(Instant until, Instant now) {
    return Texts.of("lane.kept.for", Figures.clock(Duration.between(now, until)));
  }
}
