package dev.sluice.drill.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.drill.api.Audit;
import dev.sluice.drill.debrief.Aim;
import dev.sluice.drill.debrief.Course;
import dev.sluice.drill.debrief.Course.End;
import dev.sluice.drill.debrief.Deed;
import dev.sluice.drill.debrief.Pace;
import dev.sluice.drill.traffic.Tally;
import dev.sluice.drill.traffic.Traffic;
import dev.sluice.drill.world.Controller;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import dev.sluice.text.Figures;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Sees what becomes of the release that a lesson is about, and when the lesson is over.
final class Recorder implements Controller {
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration WINDOW = Course.PASSING;

  /// How long a release must stay as it is to count as brought to an end.
  private static final Duration SETTLED = Duration.ofSeconds(20);

  /// More bad requests than that share hurt users.
  private static final double HURTS = 0.02;

  private static final int NOTICED = 5;

  private final World world;
  private final Traffic traffic;
  private final Lesson lesson;
  private final double speed;
  private final Supplier<Duration> watch;
  private final Consumer<Course> over;
  private final List<Course.Note> notes = new ArrayList<>();
  private final List<Deed> deeds = new ArrayList<>();
  private @Nullable Instant opened;
  private @Nullable Instant hurts;
  private @Nullable Instant safe;
  private @Nullable Instant blind;
  private @Nullable Instant sees;
  private @Nullable Instant settled;
  private End end = End.OPEN;
  private Tally before = Tally.NOTHING;
  private Tally looked = Tally.NOTHING;
  private Instant looks = Instant.MIN;
  private final Onset onset = new Onset(HURTS);
  private double share;
  private final List<Pace.Mark> marks = new ArrayList<>();
  private @Nullable Course done;

  /// @param speed the drill's, where the watch stands still
  /// @param watch the wall's time that has gone by
  /// @param over is told when the lesson is over, and again of each deed that came too late
  Recorder(
      World world,
      Traffic traffic,
      Lesson lesson,
      double speed,
      Supplier<Duration> watch,
      Consumer<Course> over) {
    this.world = world;
    this.traffic = traffic;
    this.lesson = lesson;
    this.speed = speed;
    this.watch = watch;
    this.over = over;
  }

  /// From now on a person sees it.
  synchronized void open() {
    opened = world.now();
    mark(world.now());
    before = all();
    note(
        new Course.Note(
            world.now(), Words.of("drill.note.opened", version(), Figures.percent(share))));
  }

  synchronized void note(Course.Note note) {
    notes.add(note);
  }

  synchronized void blind(boolean on) {
    if (on) {
      blind = world.now();
    } else {
      sees = world.now();
    }
  }

  synchronized void wrote(Audit.Deed write) {
    Deeds.of(write, lesson.subject())
        .filter(deed -> deed.kind() != Deed.Kind.OTHER)
        .ifPresent(this::did);
  }

  private void did(Deed deed) {
    if (done == null) {
      mark(world.now());
      deeds.add(deed);
    } else if (!ends(end)) {
      done = done.with(deed);
      over.accept(done);
    }
  }

  @Override
  public synchronized Optional<Instant> reconcile() {
    var now = world.now();
    mark(now);
    moved(now);
    hurting(now);
    if (opened != null && done == null) {
      ending(now, opened);
    }
    return done == null ? Optional.of(now.plus(LOOK)) : Optional.empty();
  }

  private void moved(Instant now) {
    double next = traffic.share(subject().namespace(), subject().rollout(), subject().fresh());
    if (Math.abs(next - share) > 0.004) {
      share = next;
      notes.add(
          new Course.Note(now, Words.of("drill.note.share", version(), Figures.percent(share))));
    }
  }

  private void hurting(Instant now) {
    var tally = fresh();
    onset.look(now, tally);
    if (now.isBefore(looks.plus(WINDOW))) {
      return;
    }
    var lately = tally.minus(looked);
    boolean bad = lately.bad() >= NOTICED && lately.bad() > HURTS * lately.requests();
    looked = tally;
    looks = now;
    // What was counted before the last user went back is no hurt that begins now.
    if (bad && hurts == null && share > 0) {
      hurts = onset.at().orElse(now);
    }
    onset.next();
  }

  private void ending(Instant now, Instant since) {
    if (hurts != null && safe == null && share == 0) {
      safe = now;
    } else if (safe != null && share > 0) {
      safe = null;
    }
    var next = standing();
    if (next != end) {
      end = next;
      settled = now;
    }
    boolean rests = settled != null && !now.isBefore(settled.plus(SETTLED));
    if ((ends(end) && rests) || now.isAfter(since.plus(Course.LONGEST))) {
      done = course(now, since);
      over.accept(done);
    }
  }

  /// A bad version that all have is no end: it can still be brought back.
  private boolean ends(End now) {
    return switch (now) {
      case OPEN -> false;
      case BACK -> true;
      case PROMOTED -> lesson.aim() != Aim.BACK;
    };
  }

  private End standing() {
    var rollout =
        world.get(Resource.ROLLOUTS, subject().namespace(), subject().rollout()).orElseThrow();
    var status = rollout.path("status");
    boolean at = image(rollout).equals(subject().fresh());
    boolean rests = status.path("stableRS").asText().equals(status.path("currentPodHash").asText());
    if (at && rests && share > 0.99) {
      return End.PROMOTED;
    }
    boolean back = status.path("abort").asBoolean() || (!at && rests);
    return back && share == 0 ? End.BACK : End.OPEN;
  }

  private Course course(Instant now, Instant since) {
    var served = all().minus(before);
    return new Course(
        since,
        pace(),
        notes,
        deeds,
        Optional.ofNullable(hurts),
        Optional.ofNullable(blind).map(from -> new Course.Span(from, sees == null ? now : sees)),
        Optional.ofNullable(safe),
        served.requests(),
        served.bad(),
        end,
        now);
  }

  private void mark(Instant now) {
    marks.add(new Pace.Mark(now, watch.get()));
  }

  private Pace pace() {
    boolean stood = marks.getLast().wall().isZero();
    return stood ? Pace.steady(speed) : new Pace(speed, marks);
  }

  private Tally fresh() {
    return tally(subject().fresh())
        .plus(traffic.unanswered(subject().namespace(), subject().rollout()));
  }

  private Tally all() {
    return fresh().plus(tally(subject().old()));
  }

  private Tally tally(String image) {
    return traffic.tally(subject().namespace(), subject().rollout(), image);
  }

  private Subject subject() {
    return lesson.subject();
  }

  private String version() {
    var image = subject().fresh();
    return image.substring(image.lastIndexOf(':') + 1);
  }

  private static String image(JsonNode rollout) {
    return rollout.at("/spec/template/spec/containers/0/image").asText();
  }
}
