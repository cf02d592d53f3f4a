/// What is said after a drill, from what happened in it. Pure.
@NullMarked
package dev.sluice.drill.debrief;

import org.jspecify.annotations.NullMarked;
