/// Whether an action may run now and, if not, every reason.
@NullMarked
package dev.sluice.guard;

import org.jspecify.annotations.NullMarked;
