/// What the reports of a build say: its tests, its known vulnerabilities, and which of them do not
/// apply to it.
@NullMarked
package dev.sluice.gate.report;

import org.jspecify.annotations.NullMarked;
