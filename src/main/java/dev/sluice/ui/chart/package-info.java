/// The live charts of a release. The only package that knows chart-fx.
@NullMarked
package dev.sluice.ui.chart;

import org.jspecify.annotations.NullMarked;
