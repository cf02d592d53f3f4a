package dev.sluice.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DenialTest {

  @Test
  void theApiServersSentenceNamesAccountVerbResourceGroupAndNamespace() {
    String said =
        "rollouts.argoproj.io \"checkout\" is forbidden: User \"alice\" cannot patch resource"
            + " \"rollouts/status\" in API group \"argoproj.io\" in the namespace \"shop\"";
    assertThat(Denial.in(said))
        .contains(
            new Denial(Optional.of("alice"), "patch", "rollouts/status", "argoproj.io", "shop"));
  }

  @Test
  void theCoreGroupHasNoName() {
    String said =
        "pods \"a\" is forbidden: User \"alice\" cannot get resource \"pods/log\" in API group"
            + " \"\" in the namespace \"shop\"";
    assertThat(Denial.in(said).orElseThrow().group()).isEmpty();
  }

  @Test
  void aRefusalOfAnotherKindIsNoMissingRight() {
    assertThat(Denial.in("admission webhook \"freeze\" denied the request: frozen")).isEmpty();
  }
}
