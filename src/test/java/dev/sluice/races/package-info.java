/// Races of several writers for one rollout on the drill: what each writer does and when, and what
/// the line between them loses, follows from a seed alone.
@NullMarked
package dev.sluice.races;

import org.jspecify.annotations.NullMarked;
