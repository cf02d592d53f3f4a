package dev.sluice.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ui.stage.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeedsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Resumed        | done                                  | resumed
          PausedByHand   | done · “waiting for the cart team”    | paused: “waiting for the cart team”
          Promoted       | seen in the cluster · accepted +41 ms | promoted: seen in the cluster · accepted +41 ms
          RolledBack     | serving 100 % v1.8.3                  | rolled back: serving 100 % v1.8.3
          RolledBackLate | no effect yet                         | RolledBackLate: no effect yet
          """)
  void aDeedIsSaidInAWordAndWhatIsNotKnownAsItIs(String reason, String message, String said) {
    assertThat(Deeds.words(Samples.acted(3, "bob", reason, message))).isEqualTo(said);
  }
}
