package dev.sluice.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
  @Test
  void looksUpTheWordsOfAKey() {
    assertThat(Texts.of("app.name")).isEqualTo("Sluice");
  }

  @Test
  void refusesAKeyThatTheBundleLacks() {
    assertThatThrownBy(() -> Texts.of("no.such.key"))
        .isInstanceOf(MissingResourceException.class)
        .hasMessageContaining("no.such.key");
  }

  @Test
  void fillsInNestedWordsAndDurations() {
    Words words =
        Words.of("failure.unreachable", "prod-eu", Words.of("failure.unreachable", "a", "b"));
    assertThat(Texts.of(words)).contains("prod-eu").contains(Texts.of(words.key(), "a", "b"));
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT0.2S, 0.2 s",
    "PT14.9S, 14 s",
    "PT1M, 1 min",
    "PT17M50S, 17:50 min",
    "PT1H, 1 h",
    "PT30H5M, 30:05 h",
    "PT72H, 3 d",
  })
  void saysADurationInTwoUnitsAtMost(Duration duration, String said) {
    assertThat(Texts.of(duration)).isEqualTo(said);
  }
}
