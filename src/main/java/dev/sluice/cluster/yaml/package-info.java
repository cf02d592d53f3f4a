/// What all readers of YAML in a cluster's neighbourhood need.
@NullMarked
package dev.sluice.cluster.yaml;

import org.jspecify.annotations.NullMarked;
