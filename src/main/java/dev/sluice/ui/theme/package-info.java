/// One look for the whole console: fonts, the style sheet, dark and light.
@NullMarked
package dev.sluice.ui.theme;

import org.jspecify.annotations.NullMarked;
