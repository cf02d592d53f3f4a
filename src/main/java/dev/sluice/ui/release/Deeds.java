package dev.sluice.ui.release;

import dev.sluice.release.Happening;
import dev.sluice.text.Texts;
import java.util.Optional;

/// What a person did, in a word that follows the name: `bob resumed`. Consoles leave it in their
/// Events as a reason in the way of Kubernetes; one that is not known is shown as it is.
final class Deeds {
  private static final String DONE = "done";

  private Deeds() {}

  /// The deed with what came of it: `resumed`, `promoted: accepted +41 ms`.
  static String words(Happening happening) {
    String message = happening.message();
    String deed = of(happening.reason()).orElse(happening.reason());
    String came =
        message.startsWith(DONE)
            ? message.substring(DONE.length()).replaceFirst("^[ ·]+", "")
            : message;
    return came.isEmpty() ? deed : Texts.of("deed.came", deed, came);
  }

  private static Optional<String> of(String reason) {
    return Optional.ofNullable(
        switch (reason) {
          case "Promoted" -> Texts.of("deed.promoted");
          case "PromotedFully" -> Texts.of("deed.promoted.fully");
          case "PausedByHand" -> Texts.of("deed.paused");
          case "Resumed" -> Texts.of("deed.resumed");
          case "Aborted" -> Texts.of("deed.aborted");
          case "RolledBack" -> Texts.of("deed.back");
          case "Retried" -> Texts.of("deed.retried");
          case "Restarted" -> Texts.of("deed.restarted");
          default -> null;
        });
  }
}
