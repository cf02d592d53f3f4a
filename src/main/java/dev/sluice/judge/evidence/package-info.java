/// The arithmetic of evidence: likelihoods, the sequential tests and the confidence sequence, in
/// logarithms throughout.
@NullMarked
package dev.sluice.judge.evidence;

import org.jspecify.annotations.NullMarked;
