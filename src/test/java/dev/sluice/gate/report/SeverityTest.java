package dev.sluice.gate.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTest {

  @ParameterizedTest
  @CsvSource({
    "-0.1, UNKNOWN",
    "0, NEGLIGIBLE",
    "0.1, LOW",
    "3.9, LOW",
    "4, MEDIUM",
    "6.9, MEDIUM",
    "7, HIGH",
    "8.9, HIGH",
    "9, CRITICAL",
    "10, CRITICAL",
    "10.1, UNKNOWN",
    "NaN, UNKNOWN"
  })
  void scoresFallIntoTheQualitativeScale(double score, Severity severity) {
    assertThat(Severity.scored(score)).isEqualTo(severity);
  }

  @ParameterizedTest
  @CsvSource({
    "Critical, CRITICAL",
    "' HIGH ', HIGH",
    "moderate, MEDIUM",
    "low, LOW",
    "info, NEGLIGIBLE",
    "terrible, UNKNOWN"
  })
  void wordsOfAllScannersAreKnown(String word, Severity severity) {
    assertThat(Severity.of(word)).isEqualTo(severity);
  }

  @Test
  void whatIsUnknownReachesNoBar() {
    assertThat(Severity.HIGH.reaches(Severity.HIGH)).isTrue();
    assertThat(Severity.CRITICAL.reaches(Severity.HIGH)).isTrue();
    assertThat(Severity.MEDIUM.reaches(Severity.HIGH)).isFalse();
    assertThat(Severity.UNKNOWN.reaches(Severity.NEGLIGIBLE)).isFalse();
  }
}
