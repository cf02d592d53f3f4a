/// A Prometheus of the drill's own, behind a Service of its cluster.
@NullMarked
package dev.sluice.drill.prometheus;

import org.jspecify.annotations.NullMarked;
