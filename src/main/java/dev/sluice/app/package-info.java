/// Starts Sluice: main, wiring by constructor, lifecycle.
@NullMarked
package dev.sluice.app;

import org.jspecify.annotations.NullMarked;
