/// Lists and watches a collection of the API server's objects and decodes them as they stream by.
@NullMarked
package dev.sluice.cluster.watch;

import org.jspecify.annotations.NullMarked;
