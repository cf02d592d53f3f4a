/// How questions reach a metrics server, and which of its answers are answers at all.
@NullMarked
package dev.sluice.metrics.http;

import org.jspecify.annotations.NullMarked;
