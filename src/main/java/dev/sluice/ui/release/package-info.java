/// The release page: one release, its charts, gates and verbs.
@NullMarked
package dev.sluice.ui.release;

import org.jspecify.annotations.NullMarked;
