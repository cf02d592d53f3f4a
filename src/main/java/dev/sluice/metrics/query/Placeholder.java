package dev.sluice.metrics.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a query template may leave open, written `{{name}}`.
public enum Placeholder {
  /// Pod hash of the stable (or blue) revision.
  STABLE("stable"),
  /// Pod hash of the canary (or green) revision.
  CANARY("canary"),
  NAMESPACE("namespace"),
  /// The release's name.
  SERVICE("service"),
  /// The Service in front of the stable or active pods; the release's name where there is none.
  STABLE_SERVICE("stable-service"),
  /// The Service in front of the canary's or preview pods; the release's name where there is none.
  CANARY_SERVICE("canary-service"),
  /// Over how much time a rate is taken, such as `60s`; the only one that stands outside quotes.
  WINDOW("window");

  private final String word;

  Placeholder(String word) {
    this.word = word;
  }

  /// As it is written between the braces.
  public String word() {
    return word;
  }

  static Optional<Placeholder> of(String word) {
    return Arrays.stream(values()).filter(p -> p.word.equals(word)).findFirst();
  }

  /// How all are written, in their order.
  static List<String> words() {
    return Arrays.stream(values()).map(Placeholder::word).toList();
  }
}
