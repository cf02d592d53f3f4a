/// What the drill needs of JSON beyond Jackson.
@NullMarked
package dev.sluice.drill.json;

import org.jspecify.annotations.NullMarked;
