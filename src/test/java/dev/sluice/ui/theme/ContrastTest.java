package dev.sluice.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContrastTest {
  private static final double TEXT = 4.5;
  private static final double SHAPE = 3;

  private static final List<String> WORDS =
      List.of("text", "dim", "canary", "stable", "ok", "warn", "bad", "focus");
  private static final List<String> GROUNDS = List.of("bg", "panel", "raise", "hover");

  record Pair(Theme theme, String front, String ground) {}

  @ParameterizedTest
  @MethodSource
  void wordsCanBeReadOnEveryGround(Pair pair) {
    assertThat(Tokens.of(pair.theme()).contrast(pair.front(), pair.ground()))
        .isGreaterThanOrEqualTo(TEXT);
  }

  static List<Pair> wordsCanBeReadOnEveryGround() {
    return Arrays.stream(Theme.values())
        .flatMap(theme ->
            WORDS.stream()
                .flatMap(word -> GROUNDS.stream().map(ground -> new Pair(theme, word, ground))))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void wordsCanBeReadOnFilledShapes(Theme theme) {
    Tokens tokens = Tokens.of(theme);
    for (String fill : List.of("focus", "warn", "bad")) {
      assertThat(tokens.contrast("on-" + fill, fill)).as(fill).isGreaterThanOrEqualTo(TEXT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theEdgesOfControlsCanBeSeen(Theme theme) {
    for (String ground : List.of("bg", "panel")) {
      assertThat(Tokens.of(theme).contrast("edge", ground)).isGreaterThanOrEqualTo(SHAPE);
    }
  }

  @Test
  void lightSetsEveryTokenThatDarkHas() {
    assertThat(Tokens.setForLight().colors())
        .containsOnlyKeys(Tokens.of(Theme.DARK).colors().keySet());
  }

  @Test
  void blackOnWhiteHasTheGreatestContrast() {
    assertThat(
            new Tokens(
                    java.util.Map.of(
                        "a", javafx.scene.paint.Color.BLACK, "b", javafx.scene.paint.Color.WHITE))
                .contrast("a", "b"))
        .isEqualTo(21);
  }
}
