/// What the user can choose.
@NullMarked
package dev.sluice.ui.settings;

import org.jspecify.annotations.NullMarked;
