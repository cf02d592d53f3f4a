/// Leases: of several who would do something, one does.
@NullMarked
package dev.sluice.cluster.lease;

import org.jspecify.annotations.NullMarked;
