/// Series, sequential tests and verdicts.
@NullMarked
package dev.sluice.judge;

import org.jspecify.annotations.NullMarked;
