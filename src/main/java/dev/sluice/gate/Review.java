package dev.sluice.gate;

import dev.sluice.release.Happening;
import dev.sluice.release.Release;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// Somebody's signature that the charts of a revision at a stage are healthy. It stands in the
/// cluster as an Event about the release, so that every console sees the same one.
///
/// @param stage the step that the release stood at; see [#stage]
/// @param by the person, as the API server names them
/// @param at on the cluster's clock
public record Review(String podHash, String stage, String by, Instant at) {

  /// The Event's reason.
  public static final String REASON = "DashboardReviewed";

  private static final Pattern SAID = Pattern.compile("pod-hash=(\\S+) stage=(\\S+)(?:\\s.*)?");

  /// What the stage that a release stands at is called in signatures.
  public static String stage(Release release) {
    var step = release.progress().step();
    return step.isPresent() ? "step-" + step.getAsInt() : "switch";
  }

  /// The message of the Event by which somebody signs for the release as it stands.
  public static String message(Release release) {
    return "pod-hash=" + release.currentHash().orElse("-") + " stage=" + stage(release);
  }

  /// The signature that this is; empty for what is none, and for one that names nobody.
  public static Optional<Review> of(Happening happening) {
    var said = SAID.matcher(happening.message());
    return happening.reason().equals(REASON) && said.matches()
        ? happening.actor().map(by -> new Review(said.group(1), said.group(2), by, happening.at()))
        : Optional.empty();
  }

  /// Whether it is about the revision and the stage that the release stands at.
  boolean about(Release release) {
    return release.currentHash().filter(podHash::equals).isPresent()
        && stage.equals(stage(release));
  }
}
