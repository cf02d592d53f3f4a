package dev.sluice.app;

import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.util.Optional;
import java.util.function.Function;

/// The contexts that the console is connected to.
///
/// @param byContext the connection of a context, where there is one
record Connected(Function<String, Optional<Connection>> byContext) {

  Optional<Connection> find(String context) {
    return byContext.apply(context);
  }

  /// The same as a result.
  Result<Connection> to(String context) {
    return find(context)
        .map(Result::ok)
        .orElseGet(() ->
            Result.failed(new Failure.Unreachable(context, Words.of("app.connection.closed"))));
  }
}
