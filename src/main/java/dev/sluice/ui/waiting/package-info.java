/// What waits for a person.
@NullMarked
package dev.sluice.ui.waiting;

import org.jspecify.annotations.NullMarked;
