package dev.sluice.state;

import dev.sluice.release.Result;
import java.util.List;
import java.util.Optional;

/// The end of a container's log, as somebody asked for it. It is shown, and kept nowhere else.
///
/// @param lines empty while they are being fetched
public record LogTail(Source source, Optional<Result<List<String>>> lines) {

  /// How many lines are asked for.
  public static final int LINES = 200;

  /// Whose log.
  ///
  /// @param previous of the container's run before the current one
  public record Source(String pod, String container, boolean previous) {}

  static LogTail asked(Source source) {
    return new LogTail(source, Optional.empty());
  }

  LogTail with(Result<List<String>> fetched) {
    return new LogTail(source, Optional.of(fetched));
  }
}
