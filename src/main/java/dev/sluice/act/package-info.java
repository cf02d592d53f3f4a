/// Actions under way: what is written, what is awaited, when the effect is there.
@NullMarked
package dev.sluice.act;

import org.jspecify.annotations.NullMarked;
