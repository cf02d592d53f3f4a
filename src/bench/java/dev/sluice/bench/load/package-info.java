/// Load for benchmarks: a large cluster that does not exist, and the API server that tells of it.
@NullMarked
package dev.sluice.bench.load;

import org.jspecify.annotations.NullMarked;
