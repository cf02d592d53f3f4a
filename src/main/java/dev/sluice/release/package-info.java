/// The domain's words: release, strategy, stage, revision, traffic, action, failure.
@NullMarked
package dev.sluice.release;

import org.jspecify.annotations.NullMarked;
