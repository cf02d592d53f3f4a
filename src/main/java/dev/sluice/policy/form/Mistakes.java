package dev.sluice.policy.form;

import dev.sluice.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects every mistake of one text, so that all can be mended at once.
public final class Mistakes {

  /// More than anybody mends in one go.
  private static final int MOST = 100;

  private final List<Mistake> all = new ArrayList<>();

  public void add(Place place, Words words) {
    if (all.size() < MOST) {
      all.add(new Mistake(place, words));
    }
  }

  /// In the order of the text.
  public List<Mistake> all() {
    return all.stream()
        .sorted(
            Comparator.comparingInt((Mistake mistake) -> mistake.place().line())
                .thenComparingInt(mistake -> mistake.place().column()))
        .toList();
  }
}
