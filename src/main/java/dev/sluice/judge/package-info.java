/// Series, sequential tests and verdicts.
///
/// One [dev.sluice.judge.Measure] of a release is judged by a [dev.sluice.judge.Trial], slice by
/// slice: of both revisions' counts since the canary got its first traffic, of the stable pods'
/// from before, and by the [dev.sluice.judge.Soak] that the release stands at, with its «not worse
/// than». The answer is a [dev.sluice.judge.Verdict]: only `Safe` lets a stage pass; `Regressed` is
/// what an armed rollback acts on; an `Undecided` says what is lacking and what would change it. A
/// stage is passed when every measure is `Safe`.
@NullMarked
package dev.sluice.judge;

import org.jspecify.annotations.NullMarked;
