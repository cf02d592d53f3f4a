package dev.sluice.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

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
}
