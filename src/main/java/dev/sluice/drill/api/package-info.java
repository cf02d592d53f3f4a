/// The drill's Kubernetes API server: HTTP on the loopback address, for whoever has a token.
@NullMarked
package dev.sluice.drill.api;

import org.jspecify.annotations.NullMarked;
