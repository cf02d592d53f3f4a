package dev.sluice.state;

import dev.sluice.act.Facts;
import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.text.Words;
import java.util.Optional;

/// The part of the reducer that has a person's review of the charts signed.
final class Reviews {

  private Reviews() {}

  /// What was looked at is what is signed.
  static Next sign(ConsoleState state, ReleaseRef ref, Facts armed) {
    return state
        .release(ref)
        .map(release -> sign(state, release, armed))
        .orElseGet(() -> Next.of(state));
  }

  /// What has turned since it was looked at is not signed, and what is being signed is not signed
  /// again.
  private static Next sign(ConsoleState state, Release release, Facts armed) {
    var refusal =
        armed.changedIn(Facts.of(release)).stream()
            .findFirst()
            .map(fact -> Words.of("review.refused", Words.of("fact." + fact)));
    boolean repeats =
        signing(state, release.ref()).filter(signing -> signing.covers(armed)).isPresent();
    var told =
        repeats
            ? state
            : state.onFocus(release.ref(), focus -> focus.sign(new Signing(armed, refusal)));
    return repeats || refusal.isPresent() ? Next.of(told) : Next.of(told, new Effect.Sign(release));
  }

  private static Optional<Signing> signing(ConsoleState state, ReleaseRef ref) {
    return state.focusOn(ref).flatMap(Focus::signing);
  }

  static ConsoleState unsigned(ConsoleState state, ReleaseRef ref, Failure why) {
    return signing(state, ref)
        .map(signing -> state.onFocus(ref, focus -> focus.sign(signing.refused(why.words()))))
        .orElse(state);
  }
}
