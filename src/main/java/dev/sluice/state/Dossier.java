package dev.sluice.state;

import dev.sluice.conduct.Helm;
import dev.sluice.conduct.Standby;
import dev.sluice.conduct.WeightCourse;
import dev.sluice.gate.Review;
import dev.sluice.gate.report.Report;
import dev.sluice.release.Happening;
import dev.sluice.release.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is known of one release besides what its objects and its metrics say, and what this console
/// does for it by itself.
///
/// @param reports of its newer revision, as they were found last
/// @param sought when they were looked for, empty for not yet
/// @param reviews the signatures in its timeline
/// @param amendments changes of its policy since the console was opened, oldest first
/// @param standby the rollback that is armed, or what became of it
/// @param helm set while this console promotes by itself
/// @param weights its newer revision's weights, while it is followed
/// @param lapse what an earlier console did for it and this one does not
public record Dossier(
    List<Result<Report>> reports,
    Optional<Instant> sought,
    List<Review> reviews,
    List<Happening> amendments,
    Optional<Standby> standby,
    Optional<Helm> helm,
    WeightCourse weights,
    Optional<Lapse> lapse) {

  /// Nothing known, nothing to do.
  public static final Dossier EMPTY =
      new Dossier(
          List.of(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          WeightCourse.UNKNOWN,
          Optional.empty());

  public Dossier {
    reports = List.copyOf(reports);
    reviews = List.copyOf(reviews);
    amendments = List.copyOf(amendments);
  }

  /// Whether this console may act for it without a person.
  public boolean active() {
    return helm.isPresent() || standby.filter(Standby::watching).isPresent();
  }

  Dossier withReports(List<Result<Report>> next) {
    return new Dossier(next, sought, reviews, amendments, standby, helm, weights, lapse);
  }

  Dossier soughtAt(Instant now) {
    return new Dossier(
        reports, Optional.of(now), reviews, amendments, standby, helm, weights, lapse);
  }

  Dossier withReviews(List<Review> next) {
    return new Dossier(reports, sought, next, amendments, standby, helm, weights, lapse);
  }

  Dossier withAmendments(List<Happening> next) {
    return new Dossier(reports, sought, reviews, next, standby, helm, weights, lapse);
  }

  Dossier with(Standby next) {
    return new Dossier(
        reports,
        sought,
        reviews,
        amendments,
        Optional.of(next),
        helm,
        weights,
        lapse.map(Lapse::armedAgain));
  }

  Dossier relaxed() {
    return new Dossier(
        reports, sought, reviews, amendments, Optional.empty(), helm, weights, lapse);
  }

  Dossier steered(Optional<Helm> next) {
    return new Dossier(
        reports,
        sought,
        reviews,
        amendments,
        standby,
        next,
        weights,
        lapse.map(Lapse::steeredAgain));
  }

  Dossier with(WeightCourse next) {
    return new Dossier(reports, sought, reviews, amendments, standby, helm, next, lapse);
  }

  Dossier with(Lapse next) {
    return new Dossier(
        reports, sought, reviews, amendments, standby, helm, weights, Optional.of(next));
  }
}
