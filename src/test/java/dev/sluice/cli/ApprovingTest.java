package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.state.Program;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApprovingTest {

  private final Asked asked =
      new Asked(
          Optional.of(
              new Program(
                  "prod",
                  "/usr/bin/login",
                  "ab12",
                  List.of("get-token", "--eu"),
                  "sluice approve prod --sha256 ab12")));
  private final Run run = Run.on().asking(asked);

  @Test
  void theProgramIsShownWithItsDigestAndNothingIsApproved() {
    assertThat(run.sluice("approve", "prod")).isEqualTo(4);
    assertThat(run.out.toString()).contains("/usr/bin/login get-token --eu", "ab12");
    assertThat(run.err.toString()).contains("sluice approve prod --sha256 ab12");
    assertThat(asked.approved()).isEmpty();
  }

  @Test
  void theDigestThatWasLookedAtApprovesIt() {
    assertThat(run.sluice("approve", "prod", "--sha256", "ab12")).isZero();
    assertThat(asked.approved()).containsExactly("ab12");
  }

  @Test
  void anotherDigestApprovesNothing() {
    assertThat(run.sluice("approve", "prod", "--sha256", "cd34")).isEqualTo(1);
    assertThat(asked.approved()).isEmpty();
  }

  @Test
  void aContextWithoutAProgramNeedsNoApproval() {
    var none = Run.on().asking(new Asked(Optional.empty()));
    assertThat(none.sluice("approve", "prod")).isZero();
    assertThat(none.err.toString()).contains("runs no program");
  }
}
