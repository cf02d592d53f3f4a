package dev.sluice.act;

import dev.sluice.release.Failure;
import dev.sluice.text.Words;
import java.util.Optional;

/// How an action stands.
public sealed interface Standing {

  /// What to tell the user.
  Words words();

  /// On its way: being sent, or its effect awaited.
  record UnderWay(Words words) implements Standing {}

  /// Sent, and no answer came: what really happened is being found out.
  record Verifying(Words words) implements Standing {}

  /// The effect is there and held.
  record Succeeded(Words words) implements Standing {}

  /// It was not done, or no longer means what the button promised.
  ///
  /// @param failure what the cluster answered, where that is why
  record Failed(Words words, Optional<Failure> failure) implements Standing {

    /// For a reason of our own.
    public Failed(Words words) {
      this(words, Optional.empty());
    }

    /// For what the cluster answered.
    public Failed(Failure failure) {
      this(failure.words(), Optional.of(failure));
    }
  }

  /// Accepted, but the effect did not come in time. It may still come.
  record Overdue(Words words) implements Standing {}

  /// The console was closed before the effect was seen. It may still come.
  record Left(Words words) implements Standing {}

  /// Whether nothing more will be sent for it.
  default boolean over() {
    return switch (this) {
      case UnderWay _, Verifying _ -> false;
      case Succeeded _, Failed _, Overdue _, Left _ -> true;
    };
  }
}
