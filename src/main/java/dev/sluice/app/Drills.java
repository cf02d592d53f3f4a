package dev.sluice.app;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.argo.ArgoTactics;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.cluster.kubeconfig.Cluster;
import dev.sluice.cluster.kubeconfig.Context;
import dev.sluice.cluster.kubeconfig.Impersonation;
import dev.sluice.cluster.kubeconfig.Secret;
import dev.sluice.cluster.kubeconfig.User;
import dev.sluice.drill.Drill;
import dev.sluice.drill.scenario.Lesson;
import dev.sluice.drill.scenario.Practice;
import dev.sluice.metrics.MetricsConfig;
import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.release.Scope;
import dev.sluice.reports.ReportFolder;
import dev.sluice.state.Drilling;
import dev.sluice.state.Event;
import dev.sluice.state.Exercise;
import dev.sluice.state.Identity;
import dev.sluice.state.Reducer;
import dev.sluice.text.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Opens the practice cluster.
///
/// @param surroundings what a connection needs of this process
/// @param scores the best so far
/// @param reports where reports of builds are
/// @param clock what the drill's time begins at
record Drills(Surroundings surroundings, Scores scores, ReportFolder reports, Clock clock) {
  static final long SEED = 1;

  /// Whom a person is in the drill: somebody who may release.
  private static final String PERSON = "alice";

  /// The same, of which no best time is kept.
  Drills unkept() {
    return new Drills(surroundings, Scores.NONE, reports, clock);
  }

  List<Exercise> exercises() {
    return Arrays.stream(Lesson.values()).map(Drills::exercise).toList();
  }

  Result<DrillSession> open(Optional<String> exercise) {
    return open(exercise, SEED, Practice.SPEED);
  }

  /// Opens one; takes a moment, in which half an hour of the drill goes by.
  Result<DrillSession> open(Optional<String> exercise, long seed, double speed) {
    return lesson(exercise).then(lesson -> open(lesson, seed, speed));
  }

  private static Result<Lesson> lesson(Optional<String> key) {
    var wanted = key.map(Lesson::of).orElse(Optional.of(Lesson.HEALTHY));
    return wanted
        .<Result<Lesson>>map(Result::ok)
        .orElseGet(() ->
            Result.failed(
                new Failure.BadInput(
                    "drill", 0, 0, Words.of("app.drill.unknown", key.orElse(""), keys()))));
  }

  private static String keys() {
    return Arrays.stream(Lesson.values()).map(Lesson::key).collect(Collectors.joining(", "));
  }

  private Result<DrillSession> open(Lesson lesson, long seed, double speed) {
    var over = new Ending();
    var practice =
        Practice.start(lesson, seed, clock.instant().truncatedTo(ChronoUnit.SECONDS), speed, over);
    return ApiClient.open(context(practice.drill()), surroundings)
        .map(api -> {
          var session = session(practice, api, speed);
          over.tell(session);
          return session;
        });
  }

  private DrillSession session(Practice practice, ApiClient api, double speed) {
    var tempo = Tempo.by(speed);
    var tactics = new ArgoTactics();
    var time = practice.drill().clock().asClock();
    var session =
        new KubernetesSession(new Reducer(tactics, tempo.arming()), tactics, reports, time);
    session.post(
        new Event.Linked(new Scope(Drill.CONTEXT, Optional.empty()), new Link.Connecting()));
    // The console goes by the drill's own clock, so neither is ahead of the other.
    session.post(
        new Event.Identified(
            new Identity(
                Drill.CONTEXT,
                PERSON,
                Optional.empty(),
                MetricsConfig.USUAL.limits(),
                Duration.ZERO)));
    session.add(
        Drill.CONTEXT,
        new KubernetesConnection(
            api, MetricsConfig.USUAL, List.of(), session, new Feeds(session::post), time, tempo));
    var lesson = practice.lesson();
    return new DrillSession(
        practice,
        session,
        drilling(lesson, speed),
        course -> scores.debriefed(lesson, course, why -> session.post(new Event.Troubled(why))));
  }

  private static Context context(Drill drill) {
    var cluster =
        new Cluster(
            Drill.CONTEXT,
            drill.uri(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            true);
    var user =
        new User(
            PERSON,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Secret(drill.user(PERSON).token())),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Impersonation.NONE);
    return new Context(Drill.CONTEXT, cluster, user, Optional.empty());
  }

  private static Drilling drilling(Lesson lesson, double speed) {
    var subject = lesson.subject();
    return new Drilling(
        exercise(lesson),
        new ReleaseRef(Drill.CONTEXT, subject.namespace(), subject.rollout()),
        lesson.look(),
        lesson.ending(),
        speed,
        exercise(lesson.next()),
        Optional.empty());
  }

  private static Exercise exercise(Lesson lesson) {
    return new Exercise(lesson.key(), lesson.title(), lesson.briefing());
  }
}
