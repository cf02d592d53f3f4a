/// The same verbs as the window's, in a terminal.
@NullMarked
package dev.sluice.cli;

import org.jspecify.annotations.NullMarked;
