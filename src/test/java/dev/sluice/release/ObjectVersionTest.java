package dev.sluice.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectVersionTest {

  @ParameterizedTest
  @CsvSource({
    "9, 10, true",
    "10, 9, false",
    "10, 10, false",
    "99999999999999999998, 99999999999999999999, true",
    "abc, abd, false",
    "010, 11, false",
    "0, 1, false",
  })
  void aResourceVersionOrdersOnlyAsAWholeNumber(String one, String other, boolean before) {
    assertThat(version("u", one, 1).before(version("u", other, 1))).isEqualTo(before);
  }

  @Test
  void aLowerGenerationIsEarlierWhateverTheResourceVersion() {
    assertThat(version("u", "x", 1).before(version("u", "a", 2))).isTrue();
  }

  @Test
  void anotherObjectOfThatNameIsNeverEarlier() {
    assertThat(version("u", "1", 1).before(version("v", "2", 2))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"10, 10, true", "11, 10, true", "9, 10, false", "b, a, false", "b, b, true"})
  void itReachesAnEqualOrCertainlyLaterVersion(String own, String written, boolean reaches) {
    assertThat(version("u", own, 1).reaches(written)).isEqualTo(reaches);
  }

  private static ObjectVersion version(String uid, String resourceVersion, long generation) {
    return new ObjectVersion(uid, resourceVersion, generation, generation);
  }
}
