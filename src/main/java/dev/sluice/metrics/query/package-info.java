/// What is asked of the metrics server for a release: templates, their placeholders, presets.
@NullMarked
package dev.sluice.metrics.query;

import org.jspecify.annotations.NullMarked;
