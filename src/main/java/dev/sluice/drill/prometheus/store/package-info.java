/// The samples of the drill's Prometheus, in rings.
@NullMarked
package dev.sluice.drill.prometheus.store;

import org.jspecify.annotations.NullMarked;
