package dev.sluice.drill.scenario;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.argo.ArgoEngine;
import dev.sluice.cluster.argo.ArgoWrite;
import dev.sluice.drill.Contexts;
import dev.sluice.drill.debrief.Best;
import dev.sluice.drill.debrief.Course;
import dev.sluice.drill.debrief.Debrief;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Plays a lesson as a person would, with the product's own engine, and moves its clock by hand.
final class Player implements AutoCloseable {
  static final Instant START = Instant.parse("2026-01-05T09:30:00Z");

  private final List<Course> over = new ArrayList<>();
  private final Practice practice;
  private final ApiClient api;
  private final ArgoEngine engine;
  private final ReleaseRef ref;

  Player(Lesson lesson) {
    this.practice = Practice.byHand(lesson, 7, START, 4, over::add);
    this.api = Contexts.open(practice.drill(), "alice");
    this.engine = new ArgoEngine(api, Clock.systemUTC());
    var subject = lesson.subject();
    this.ref = new ReleaseRef("test", subject.namespace(), subject.rollout());
  }

  Practice practice() {
    return practice;
  }

  Release release() {
    return ok(engine.read(ref));
  }

  void seconds(int seconds) {
    practice.drill().clock().step(Duration.ofSeconds(seconds));
  }

  /// Leaves the drill the time to take a write in.
  Player act(ArgoWrite write) {
    ok(tried(write));
    seconds(5);
    return this;
  }

  Result<?> tried(ArgoWrite write) {
    return engine.prepare(release(), write).then(request -> engine.send(ref, request));
  }

  void promote() {
    act(new ArgoWrite.Unpause());
    seconds(60);
  }

  void undo() {
    act(new ArgoWrite.Undo(release().stableHash().orElseThrow()));
  }

  /// What happened, once it is over.
  Course course() {
    for (int i = 0; i < 200 && over.isEmpty(); i++) {
      seconds(10);
    }
    return over.getLast();
  }

  boolean over() {
    return !over.isEmpty();
  }

  Debrief debrief() {
    return Debrief.of(course(), practice.lesson().aim(), Optional.<Best>empty());
  }

  static <T> T ok(Result<T> result) {
    return result.orElse(failure -> {
      throw new AssertionError(failure);
    });
  }

  @Override
  public void close() {
    api.close();
    practice.close();
  }
}
