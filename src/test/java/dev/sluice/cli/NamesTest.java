package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.ReleaseRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamesTest {

  private static final ReleaseRef A = new ReleaseRef("arn:eks/prod", "shop", "checkout");
  private static final ReleaseRef B = new ReleaseRef("staging", "shop", "checkout");
  private static final ReleaseRef C = new ReleaseRef("staging", "pay", "payments");
  private static final List<ReleaseRef> ALL = List.of(B, C, A);

  @Test
  void aContextMayHaveSlashes() {
    assertThat(Names.of("arn:eks/prod/shop/checkout").among(ALL)).isEqualTo(new Names.One(A));
  }

  @Test
  void aNameAloneIsEnoughWhenThereIsOne() {
    assertThat(Names.of("payments").among(ALL)).isEqualTo(new Names.One(C));
  }

  @Test
  void aNamespaceNarrowsDown() {
    assertThat(Names.of("shop/checkout").among(ALL)).isEqualTo(new Names.Several(List.of(A, B)));
  }

  @Test
  void theNearestIsByLettersToChange() {
    assertThat(Names.of("paymnets").among(ALL)).isEqualTo(new Names.None(Optional.of(C)));
  }

  @Test
  void nothingIsNearAStrangeName() {
    assertThat(Names.of("x").among(ALL)).isEqualTo(new Names.None(Optional.empty()));
  }

  @Test
  void theRightNameInAnotherNamespaceIsTheNearest() {
    assertThat(Names.of("sop/payments").among(ALL)).isEqualTo(new Names.None(Optional.of(C)));
  }
}
