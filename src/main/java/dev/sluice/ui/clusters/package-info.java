/// Which clusters are watched, how they stand, and what is missing.
@NullMarked
package dev.sluice.ui.clusters;

import org.jspecify.annotations.NullMarked;
