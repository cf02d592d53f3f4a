/// Service level objectives: error budget, burn rates, and what a release took of the budget.
@NullMarked
package dev.sluice.judge.slo;

import org.jspecify.annotations.NullMarked;
