package dev.sluice.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.PolicyBook;
import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.release.Scope;
import dev.sluice.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleStateTest {
  private static final Scope SCOPE = new Scope("prod", Optional.empty());
  private static final ReleaseRef REF = new ReleaseRef("prod", "shop", "checkout");
  private static final Failure FAILURE = new Failure.BadInput("a.yaml", 1, 2, Words.of("app.name"));

  private final ConsoleState state =
      ConsoleState.at(Instant.EPOCH).withLinks(Map.of(SCOPE, live(0)));

  private static Link live(long second) {
    return new Link.Live(Instant.ofEpochSecond(second));
  }

  @Test
  void newerSignsOfLifeLookTheSameAndALostWatchDoesNot() {
    assertThat(state.withLinks(Map.of(SCOPE, live(9))).looksAs(state)).isTrue();
    assertThat(state.withLinks(Map.of(SCOPE, new Link.Connecting())).looksAs(state)).isFalse();
  }

  @Test
  void aPolicyThatChangedIsToldAtOnce() {
    var law = new Law(PolicyBook.of(List.of()), Optional.of(FAILURE));
    assertThat(state.withLaws(Map.of(SCOPE, law)).looksAs(state)).isFalse();
  }

  @Test
  void whatIsKnownOfOneReleaseIsToldAtOnce() {
    var dossier = Dossier.EMPTY.withReports(List.of(Result.failed(FAILURE)));
    assertThat(state.with(REF, dossier).looksAs(state)).isFalse();
  }

  @Test
  void whatCouldNotBeUsedIsToldAtOnce() {
    assertThat(state.withProblems(List.of(FAILURE)).looksAs(state)).isFalse();
  }

  @Test
  void aChangeKeepsEverythingElse() {
    var next = state.withProblems(List.of(FAILURE)).with(Instant.ofEpochSecond(3));
    assertThat(next.links()).isEqualTo(state.links());
    assertThat(next.problems()).containsExactly(FAILURE);
    assertThat(next.now()).isEqualTo(Instant.ofEpochSecond(3));
  }
}
