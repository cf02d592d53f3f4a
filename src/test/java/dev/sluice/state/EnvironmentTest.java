package dev.sluice.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

  @ParameterizedTest
  @CsvSource({
    "prod-eu, PRODUCTION",
    "eu_PRODUCTION_1, PRODUCTION",
    "gke.live.shop, PRODUCTION",
    "staging, STAGING",
    "shop-dev, STAGING",
    "uat2, STAGING",
    "prod-test, PRODUCTION",
    "drill, DRILL",
    "reproduce, UNMARKED",
    "delivery, UNMARKED",
    "latest, UNMARKED"
  })
  void aContextsNameTellsWhatItIsForAndTheGraverReadingCounts(String name, Environment expected) {
    assertThat(Environment.byName(name)).isEqualTo(expected);
  }

  @Test
  void whatTheUserMarkedCountsMoreThanTheName() {
    var marks = Map.of("lab", Environment.PRODUCTION, "prod-copy", Environment.STAGING);
    assertThat(Environment.of("lab", marks)).isEqualTo(Environment.PRODUCTION);
    assertThat(Environment.of("prod-copy", marks)).isEqualTo(Environment.STAGING);
    assertThat(Environment.of("prod-eu", marks)).isEqualTo(Environment.PRODUCTION);
  }
}
