package dev.sluice.state;

import dev.sluice.release.ReleaseRef;
import dev.sluice.text.Words;
import java.util.Optional;

/// The exercise that is under way, or just over.
///
/// @param release what it is about
/// @param look what to look at meanwhile
/// @param ending what a good ending is
/// @param speed how fast the practice cluster's time goes by
/// @param next what to practise after it
/// @param debriefing empty until it is over
public record Drilling(
    Exercise exercise,
    ReleaseRef release,
    Words look,
    Words ending,
    double speed,
    Exercise next,
    Optional<Debriefing> debriefing) {

  public Drilling over(Debriefing said) {
    return new Drilling(exercise, release, look, ending, speed, next, Optional.of(said));
  }
}
