package dev.sluice.act;

/// An errand from the gesture to its observed effect. Immutable; [Pursuer] moves it on.
public final class Pursuit {

  private final Errand errand;
  private final Course course;
  private final Clocks clocks;
  private final Standing standing;

  Pursuit(Errand errand, Course course, Clocks clocks, Standing standing) {
    this.errand = errand;
    this.course = course;
    this.clocks = clocks;
    this.standing = standing;
  }

  public Errand errand() {
    return errand;
  }

  public Clocks clocks() {
    return clocks;
  }

  public Standing standing() {
    return standing;
  }

  /// Writes sent so far, whatever became of them.
  public int attempts() {
    return course.attempts();
  }

  /// Writes that left, or may have.
  public int sent() {
    return course.attempts() - course.unsent();
  }

  /// Whether it is neither over nor waiting for the answer to a write.
  boolean active() {
    return !standing.over() && !course.inFlight();
  }

  Course course() {
    return course;
  }

  Pursuit with(Course next) {
    return next.equals(course) ? this : new Pursuit(errand, next, clocks, standing);
  }

  Pursuit with(Clocks next) {
    return next.equals(clocks) ? this : new Pursuit(errand, course, next, standing);
  }

  Pursuit with(Standing next) {
    return next.equals(standing) ? this : new Pursuit(errand, course, clocks, next);
  }

  @Override
  public String toString() {
    return "Pursuit[" + errand + ", " + course + ", " + standing + "]";
  }
}
