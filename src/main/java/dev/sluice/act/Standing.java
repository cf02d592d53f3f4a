package dev.sluice.act;

import dev.sluice.text.Words;

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
  record Failed(Words words) implements Standing {}

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
