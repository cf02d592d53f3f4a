package dev.sluice.judge;

import dev.sluice.text.Words;

/// What the judge says of one measure. Only [Safe] lets a stage pass; no data never is safe.
public sealed interface Verdict {

  /// Its figures.
  Evidence evidence();

  /// One sentence for people.
  Words sentence();

  /// The canary is worse than tolerated, or over its limit.
  ///
  /// @param overLimit whether the limit was what it broke, whatever the stable revision does
  record Regressed(Evidence evidence, boolean overLimit, Words sentence) implements Verdict {}

  /// The canary is proved not to be worse than this stage asks for.
  record Safe(Evidence evidence, Words sentence) implements Verdict {}

  /// Neither.
  ///
  /// @param outlook what would change it
  record Undecided(Evidence evidence, Lack lack, Words sentence, Words outlook)
      implements Verdict {}
}
