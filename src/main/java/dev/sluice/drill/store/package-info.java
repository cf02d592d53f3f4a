/// The objects of the drill's cluster, their versions and their history.
@NullMarked
package dev.sluice.drill.store;

import org.jspecify.annotations.NullMarked;
