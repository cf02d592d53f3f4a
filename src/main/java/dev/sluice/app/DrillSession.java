package dev.sluice.app;

import dev.sluice.act.Plan;
import dev.sluice.drill.debrief.Course;
import dev.sluice.drill.scenario.Practice;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.state.Coach;
import dev.sluice.state.Debriefing;
import dev.sluice.state.Drilling;
import dev.sluice.state.Session;
import dev.sluice.state.Sight;
import dev.sluice.state.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/// The practice cluster, watched and acted upon as any other, until it is closed.
final class DrillSession implements Session, Coach {
  private final Practice practice;
  private final KubernetesSession session;
  private final Function<Course, Debriefing> debrief;
  private final List<Consumer<Drilling>> listeners = new CopyOnWriteArrayList<>();
  private volatile Drilling drilling;

  /// @param session on the practice's cluster
  /// @param debrief says what is to be said of a course
  DrillSession(
      Practice practice,
      KubernetesSession session,
      Drilling drilling,
      Function<Course, Debriefing> debrief) {
    this.practice = practice;
    this.session = session;
    this.drilling = drilling;
    this.debrief = debrief;
  }

  /// The exercise is over.
  void over(Course course) {
    var said = drilling.over(debrief.apply(course));
    drilling = said;
    listeners.forEach(listener -> listener.accept(said));
  }

  /// Lets its time go by faster or slower from now on.
  void speed(double next) {
    practice.drill().clock().speed(next);
  }

  /// How long the exercise has lasted, by the watch that its debrief goes by.
  Duration lasted() {
    return practice.drill().clock().ran();
  }

  @Override
  public Optional<Coach> coach() {
    return Optional.of(this);
  }

  @Override
  public Drilling now() {
    return drilling;
  }

  @Override
  public Store.Subscription listen(Consumer<Drilling> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public Store store() {
    return session.store();
  }

  @Override
  public Sight sight() {
    return session.sight();
  }

  @Override
  public Result<Plan> plan(Release release, Action action) {
    return session.plan(release, action);
  }

  @Override
  public Result<List<String>> log(
      ReleaseRef release, String pod, String container, int lines, boolean previous) {
    return session.log(release, pod, container, lines, previous);
  }

  @Override
  public void close() {
    session.close();
    practice.close();
  }
}
