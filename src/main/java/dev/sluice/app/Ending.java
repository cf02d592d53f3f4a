package dev.sluice.app;

import dev.sluice.drill.debrief.Course;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes the end of an exercise to its session, whichever is there first.
final class Ending implements Consumer<Course> {
  private @Nullable Course course;
  private @Nullable DrillSession session;

  @Override
  public synchronized void accept(Course over) {
    course = over;
    if (session != null) {
      session.over(over);
    }
  }

  synchronized void tell(DrillSession listener) {
    session = listener;
    if (course != null) {
      listener.over(course);
    }
  }
}
