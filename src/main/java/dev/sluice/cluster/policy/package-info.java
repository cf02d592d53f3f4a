/// Policies as they stand in a cluster's ConfigMaps or in a file.
@NullMarked
package dev.sluice.cluster.policy;

import org.jspecify.annotations.NullMarked;
