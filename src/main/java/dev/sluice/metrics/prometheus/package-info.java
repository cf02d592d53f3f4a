/// The Prometheus HTTP API, read as a stream into arrays.
@NullMarked
package dev.sluice.metrics.prometheus;

import org.jspecify.annotations.NullMarked;
