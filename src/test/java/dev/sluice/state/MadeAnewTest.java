package dev.sluice.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.argo.ArgoTactics;
import dev.sluice.gate.Review;
import dev.sluice.judge.Judgement;
import dev.sluice.release.Happening;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Releases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A release that is deleted and made anew under its old name is another one, also where its
/// template, and so its revisions' names, are the same.
class MadeAnewTest {
  private static final ReleaseRef REF = Releases.CHECKOUT;
  private static final Release BEFORE = Releases.canary().version("u1", "100", 3).build();
  private static final Release ANEW = Releases.canary().version("u2", "200", 1).build();

  private final Console console = Console.showing(new ArgoTactics(), BEFORE);

  /// How it comes to be known.
  enum News {
    ONE_BY_ONE,
    AT_ONCE,
    LISTED;

    void tell(Console console, Release release) {
      switch (this) {
        case ONE_BY_ONE -> {
          console.on(new Event.Gone(release.ref()));
          console.on(new Event.Seen(release));
        }
        case AT_ONCE -> console.on(new Event.Seen(release));
        case LISTED -> console.on(new Event.Listed(Console.PROD, List.of(release)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatSomebodySignedForTheOneBeforeIsNoSignatureForIt(News news) {
    var signed =
        new Happening(
            "e1",
            console.now,
            "sluice",
            Review.REASON,
            Review.message(BEFORE),
            false,
            1,
            Optional.of("alice"),
            OptionalInt.empty());
    console.on(new Event.Happened(REF, List.of(signed)));
    assertThat(console.state.dossier(REF).reviews()).hasSize(1);

    news.tell(console, ANEW);

    assertThat(console.state.dossier(REF).reviews()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whoeverLetTheOneBeforeBePromotedByItselfHasNotLookedAtIt(News news) {
    console.on(new Event.Steer(REF, true));
    console.effects.clear();

    news.tell(console, ANEW);

    assertThat(console.state.dossier(REF).helm()).isEmpty();
    assertThat(console.effects).contains(new Effect.StepDown(REF));
    assertThat(console.state.dossier(REF).lapse())
        .map(Lapse::cause)
        .contains(new Lapse.Cause.Another());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsArmedToGoBackStaysSo(News news) {
    console.on(new Event.StandBy(REF, true));

    news.tell(console, ANEW);

    assertThat(console.state.dossier(REF).standby()).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void whatWasJudgedOfTheOneBeforeIsNotSaidOfIt(News news) {
    var judged = new Judgement(Optional.of("b"), List.of(), Optional.empty(), console.now);
    console.on(new Event.Judged(REF, judged));
    assertThat(console.state.measured(REF)).isNotEqualTo(Measured.NOTHING);

    news.tell(console, ANEW);

    assertThat(console.state.measured(REF)).isEqualTo(Measured.NOTHING);
  }

  @Test
  void forOneThatIsGoneNobodyAsksToLead() {
    console.on(new Event.Steer(REF, true));
    console.on(new Event.Gone(REF));
    console.effects.clear();

    console.after(Duration.ofMinutes(1));

    assertThat(console.effects).doesNotContain(new Effect.Campaign(REF));
  }

  @Test
  void aListThatMissesItForAMomentEndsNothing() {
    console.on(new Event.Steer(REF, true));
    console.on(new Event.Listed(Console.PROD, List.of()));
    console.effects.clear();
    console.on(new Event.Listed(Console.PROD, List.of(BEFORE)));
    console.after(Duration.ofMinutes(1));

    assertThat(console.state.dossier(REF).helm()).isPresent();
    assertThat(console.effects).contains(new Effect.Campaign(REF));
  }
}
