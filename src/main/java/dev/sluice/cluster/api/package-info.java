/// One context's API server over HTTP: reads, watches and writes that are sent once.
@NullMarked
package dev.sluice.cluster.api;

import org.jspecify.annotations.NullMarked;
