package dev.sluice.state;

import dev.sluice.conduct.Outage;
import dev.sluice.conduct.Position;
import dev.sluice.gate.Finding;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.text.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// What a release waits for, in words that name its version and where it stands.
///
/// @param now on the cluster's clock
record NeedWords(Release release, Instant now) {

  /// That users are on what is bad, and how.
  Words worse() {
    boolean out = new Outage(release, now).found().isPresent();
    return Words.of(out ? "need.out" : "need.worse", newer(release));
  }

  /// That the engine goes on although that gate holds it.
  Words against(int weight, Finding gate) {
    return last()
        ? Words.of("need.against.end", newer(release), named(gate))
        : Words.of("need.against", newer(release), weight, named(gate));
  }

  /// That only a person brings it on.
  Words ready() {
    return last()
        ? Words.of("need.finish", newer(release))
        : Words.of(
            "need.promotion",
            newer(release),
            release.share(release.currentHash().orElse("")),
            position().map(Position::nextWeight).orElse(100));
  }

  private boolean last() {
    return position().filter(Position::last).isPresent();
  }

  private Optional<Position> position() {
    return Position.of(release, now);
  }

  static Words named(Finding gate) {
    return Words.of("need.gate", Words.of("gate." + gate.gate()), gate.evidence());
  }

  /// The version that is on its way, or the one that stands.
  static Object newer(Release release) {
    return Stream.of(release.current(), release.stable())
        .flatMap(Optional::stream)
        .findFirst()
        .<Object>map(Revision::version)
        .orElseGet(() -> Words.of("version.unknown"));
  }
}
