/// A scripted API server for tests.
@NullMarked
package dev.sluice.cluster.fake;

import org.jspecify.annotations.NullMarked;
