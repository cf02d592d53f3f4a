/// The Services of a cluster, as far as other parts look for something among them.
@NullMarked
package dev.sluice.cluster.services;

import org.jspecify.annotations.NullMarked;
