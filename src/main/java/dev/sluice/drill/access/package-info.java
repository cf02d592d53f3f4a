/// Who may do what in the drill's cluster, so that being refused can be practised.
@NullMarked
package dev.sluice.drill.access;

import org.jspecify.annotations.NullMarked;
