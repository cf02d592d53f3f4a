/// Reports of builds as their files say: JUnit XML, SARIF, Trivy and Grype JSON, CycloneDX VEX.
@NullMarked
package dev.sluice.reports;

import org.jspecify.annotations.NullMarked;
