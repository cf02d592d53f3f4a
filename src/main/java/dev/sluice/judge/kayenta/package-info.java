/// Kayenta's rule, as the comparison and for those who come from it: metric by metric a
/// Mann–Whitney test of two series as if their points were independent and looked at once.
@NullMarked
package dev.sluice.judge.kayenta;

import org.jspecify.annotations.NullMarked;
