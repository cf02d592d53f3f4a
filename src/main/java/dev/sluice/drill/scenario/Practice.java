package dev.sluice.drill.scenario;

import dev.sluice.drill.Drill;
import dev.sluice.drill.argo.ArgoRollouts;
import dev.sluice.drill.debrief.Course;
import dev.sluice.drill.prometheus.PrometheusServer;
import dev.sluice.drill.prometheus.store.SampleStore;
import dev.sluice.drill.traffic.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// A lesson under way: a drill with its town, traffic, Prometheus and script.
public final class Practice implements AutoCloseable {
  /// Drill seconds to a second of the wall, when nobody says otherwise.
  public static final double SPEED = 4;

  /// How much is over when it is first seen, so that there is something to see.
  private static final Duration PAST = Duration.ofMinutes(35);

  /// Five hours.
  private static final int SCRAPES = 1200;

  private final Lesson lesson;
  private final Drill drill;

  private Practice(Lesson lesson, Drill drill) {
    this.lesson = lesson;
    this.drill = drill;
  }

  /// Starts one whose clock runs.
  ///
  /// @param now the time it shows at first
  /// @param speed drill seconds to a second of the wall
  /// @param over is told when the lesson is over, and again of each deed that came too late, on a
  ///   thread of the drill
  public static Practice start(
      Lesson lesson, long seed, Instant now, double speed, Consumer<Course> over) {
    var practice = byHand(lesson, seed, now, speed, over);
    practice.drill.clock().run(speed);
    return practice;
  }

  /// Starts one whose clock is moved by hand.
  public static Practice byHand(
      Lesson lesson, long seed, Instant now, double speed, Consumer<Course> over) {
    var drill = Drill.byHand(seed, now, PAST, made -> begin(made, lesson, seed, now, speed, over));
    return new Practice(lesson, drill);
  }

  private static void begin(
      Drill drill, Lesson lesson, long seed, Instant now, double speed, Consumer<Course> over) {
    var samples = new SampleStore(SCRAPES);
    var traffic = new Traffic(drill.world(), samples, seed);
    var prometheus = new PrometheusServer(samples, drill.clock());
    var manifests = new Manifests(drill.world());
    var recorder = new Recorder(drill.world(), traffic, lesson, speed, drill.clock()::ran, over);
    drill.control(Drill.ARGO, new ArgoRollouts(drill.world()));
    drill.control("traffic", traffic);
    drill.control("recorder", recorder);
    drill.audit(recorder::wrote);
    drill.serve("monitoring", "prometheus", prometheus);
    var town = new Town(manifests, traffic);
    town.build(lesson);
    var stage = new Stage(drill, traffic, prometheus, manifests, lesson.subject(), now, recorder);
    town.liven(stage);
    Scripts.play(lesson, stage);
    stage.at(Duration.ZERO, recorder::open);
  }

  public Lesson lesson() {
    return lesson;
  }

  public Drill drill() {
    return drill;
  }

  @Override
  public void close() {
    drill.close();
  }
}
