/// Words for the user: keys of the message bundle and their sentences.
@NullMarked
package dev.sluice.text;

import org.jspecify.annotations.NullMarked;
