/// As much of PromQL as consoles ask: parsed, checked and evaluated as Prometheus 3 does it. What
/// is not there is refused and named. Semantics: prometheus.io/docs/prometheus/latest/querying.
@NullMarked
package dev.sluice.drill.prometheus.promql;

import org.jspecify.annotations.NullMarked;
