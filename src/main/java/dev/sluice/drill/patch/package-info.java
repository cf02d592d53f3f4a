/// The patches that the API server understands.
@NullMarked
package dev.sluice.drill.patch;

import org.jspecify.annotations.NullMarked;
