package dev.sluice.ui.release;

import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.state.LogTail;
import dev.sluice.text.Texts;
import dev.sluice.ui.release.LogView.Body;
import java.util.List;

/// Makes the view of a log.
final class Logs {
  private static final int BAD_REQUEST = 400;

  private Logs() {}

  static LogView of(LogTail log) {
    LogTail.Source source = log.source();
    String title =
        Texts.of(
            source.previous() ? "log.title.previous" : "log.title",
            source.container(),
            source.pod());
    return new LogView(source, title, log.lines().map(Logs::body).orElseGet(Body.Loading::new));
  }

  private static Body body(Result<List<String>> lines) {
    return switch (lines) {
      case Result.Ok<List<String>>(var text) ->
          text.isEmpty()
              ? new Body.None(Texts.of("log.empty"), false)
              : new Body.Lines(String.join("\n", text));
      case Result.Failed<List<String>>(var why) -> new Body.None(why(why), true);
    };
  }

  /// The API server's own words, where it is a matter of rights; plainer ones where a pod, or its
  /// run before, is no more.
  private static String why(Failure why) {
    return switch (why) {
      case Failure.Absent _ -> Texts.of("log.gone");
      case Failure.Refused(_, int status, String reason) when status == BAD_REQUEST ->
          Texts.of("log.norun", reason);
      case Failure other -> Texts.of(other.words());
    };
  }
}
