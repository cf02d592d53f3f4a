package dev.sluice.gate;

import dev.sluice.release.Release;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The gate that a person opens after looking at the charts. What the charts have shown since, they
/// say themselves: nobody has to remember that they were bad for a moment.
record Signatures(Release release, List<Review> reviews, Duration within, Times times) {

  Finding finding(Measures measures, List<Finding> charts) {
    var threshold = Words.of("gate.threshold.review", within);
    var change = Words.of("gate.change.review");
    var newest =
        reviews.stream()
            .filter(review -> review.about(release))
            .max(Comparator.comparing(Review::at));
    if (newest.isEmpty()) {
      return Finding.open(
          Gate.REVIEW, Words.of("gate.review.none"), threshold, Optional.empty(), change);
    }
    var review = newest.get();
    var at = times.local(review.at());
    var age = times.since(at);
    if (age.compareTo(within) > 0) {
      return Finding.open(
          Gate.REVIEW,
          Words.of("gate.review.old", review.by(), age),
          threshold,
          Optional.of(at),
          change);
    }
    return withdrawn(measures, charts, at)
        .map(why ->
            Finding.fail(
                Gate.REVIEW,
                Words.of("gate.review.withdrawn", review.by(), why),
                threshold,
                Optional.of(at),
                change))
        .orElseGet(() ->
            Finding.pass(
                Gate.REVIEW,
                Words.of("gate.review", review.by(), age),
                threshold,
                Optional.of(at)));
  }

  private Optional<Words> withdrawn(Measures measures, List<Finding> charts, Instant signed) {
    var turned = measures.turned(signed).map(at -> Words.of("gate.review.turned", times.since(at)));
    return turned.or(() ->
        charts.stream()
            .filter(Finding::holds)
            .findFirst()
            .map(finding ->
                Words.of(
                    "gate.review.now", Words.of("gate." + finding.gate()), finding.evidence())));
  }
}
