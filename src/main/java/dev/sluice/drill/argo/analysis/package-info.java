/// AnalysisRuns: measured by what the scenario says, judged as the real controller judges.
@NullMarked
package dev.sluice.drill.argo.analysis;

import org.jspecify.annotations.NullMarked;
