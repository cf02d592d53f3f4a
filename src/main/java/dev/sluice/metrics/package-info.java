/// Readings of a release from Prometheus: configuration, the queries of both revisions, the poll.
@NullMarked
package dev.sluice.metrics;

import org.jspecify.annotations.NullMarked;
