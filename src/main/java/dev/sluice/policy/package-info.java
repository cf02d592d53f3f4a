/// What a service's releases are held to: its policy, layer over layer, each value with where it
/// comes from.
@NullMarked
package dev.sluice.policy;

import org.jspecify.annotations.NullMarked;
