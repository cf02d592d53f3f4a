package dev.sluice.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuzzyTest {
  @ParameterizedTest
  @CsvSource({
    "chk, checkout",
    "pe shop, prod-eu / shop",
    "RB, Roll back to v1.8.3…",
    "ledapi, ledger-api",
    "'', anything"
  })
  void theseLettersMeanIt(String letters, String text) {
    assertThat(new Fuzzy(letters).score(text)).isGreaterThan(Fuzzy.NONE);
  }

  @ParameterizedTest
  @CsvSource({"kch, checkout", "checkoutt, checkout", "x, checkout"})
  void theseDoNot(String letters, String text) {
    assertThat(new Fuzzy(letters).score(text)).isEqualTo(Fuzzy.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "pay, payments, display",
    "la, ledger-api, ledger-data",
    "cart, cart, cart-and-checkout-service",
    "back, Roll back, bananas and chalk"
  })
  void theBetterReadingComesFirst(String letters, String better, String worse) {
    var fuzzy = new Fuzzy(letters);
    assertThat(fuzzy.score(better)).isGreaterThan(fuzzy.score(worse));
  }

  @Test
  void aLaterBeginningCanBeTheBetterOne() {
    var fuzzy = new Fuzzy("pay");
    assertThat(fuzzy.score("p-display pay")).isGreaterThan(fuzzy.score("p-display pxy"));
  }
}
