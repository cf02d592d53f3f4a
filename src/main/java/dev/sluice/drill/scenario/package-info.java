/// What can be practised: the town of releases in which it happens, nine things that happen in it,
/// and the recorder that sees how they end.
@NullMarked
package dev.sluice.drill.scenario;

import org.jspecify.annotations.NullMarked;
