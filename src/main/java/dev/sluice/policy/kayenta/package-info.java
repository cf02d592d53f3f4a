/// Kayenta's files, as what they mean.
@NullMarked
package dev.sluice.policy.kayenta;

import org.jspecify.annotations.NullMarked;
