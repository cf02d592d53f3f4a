/// Writes what a person asked for as JSON or YAML.
@NullMarked
package dev.sluice.export;

import org.jspecify.annotations.NullMarked;
