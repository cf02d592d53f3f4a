/// Gates of a stage and the evidence for them.
@NullMarked
package dev.sluice.gate;

import org.jspecify.annotations.NullMarked;
