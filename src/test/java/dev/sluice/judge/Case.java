package dev.sluice.judge;

import dev.sluice.judge.count.Slice;
import java.util.List;

/// Everything that one measure of one release is judged by.
///
/// @param before the stable pods' slices from before the release, in order of time: they teach how
///   much pods differ by themselves; the longer, the better (two hours, six for rare errors)
/// @param slices every slice since the canary got its first traffic, in order of time
public record Case(Measure measure, Soak soak, List<Slice> before, List<Slice> slices) {

  public Case {
    before = List.copyOf(before);
    slices = List.copyOf(slices);
  }
}
