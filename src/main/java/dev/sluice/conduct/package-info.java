/// The plan of stages, soak times, and what comes next.
@NullMarked
package dev.sluice.conduct;

import org.jspecify.annotations.NullMarked;
