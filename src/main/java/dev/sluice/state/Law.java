package dev.sluice.state;

import dev.sluice.policy.PolicyBook;
import dev.sluice.release.Failure;
import java.util.List;
import java.util.Optional;

/// The policies of one scope, as far as they are known.
///
/// @param failure why they are not, or not all of them
public record Law(PolicyBook book, Optional<Failure> failure) {

  /// Not read yet.
  static final Law UNREAD = new Law(PolicyBook.of(List.of()), Optional.empty());
}
