/// One immutable console state, its events and the pure reducer; one writer.
@NullMarked
package dev.sluice.state;

import org.jspecify.annotations.NullMarked;
