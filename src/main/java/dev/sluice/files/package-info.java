/// What adapters share about the user's files: how one is written, and why one cannot be read.
@NullMarked
package dev.sluice.files;

import org.jspecify.annotations.NullMarked;
