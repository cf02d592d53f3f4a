/// What the judge says of a release, drawn: the card, the ratio's interval, and how it came to
/// that.
@NullMarked
package dev.sluice.ui.verdict;

import org.jspecify.annotations.NullMarked;
