/// Keeps the user's settings, and where the user left off, in files.
@NullMarked
package dev.sluice.settings;

import org.jspecify.annotations.NullMarked;
