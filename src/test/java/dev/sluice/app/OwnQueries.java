package dev.sluice.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A `metrics.yaml` whose own query says what an error is. Then nothing is counted and the limits
/// decide alone: a stage of seconds is too short for a judge.
final class OwnQueries {
  private static final String ALL =
      "http_server_request_duration_seconds_count{namespace=\"{{namespace}}\","
          + "pod=~\"{{service}}-{{%s}}-.+\"%s}";

  private OwnQueries() {}

  /// Writes it into that folder.
  ///
  /// @param more of the context, a line each
  static void write(Path folder, String... more) throws IOException {
    var text = new StringBuilder("contexts:\n  \"*\":\n");
    for (var line : more) {
      text.append("    ").append(line).append('\n');
    }
    text.append("    queries:\n      error-rate:\n");
    for (var revision : new String[] {"canary", "stable"}) {
      text.append("        %s: '%s'\n".formatted(revision, query(revision)));
    }
    Files.writeString(folder.resolve("metrics.yaml"), text);
  }

  private static String query(String revision) {
    var all = rate(ALL.formatted(revision, ""));
    var failed = rate(ALL.formatted(revision, ",http_response_status_code=~\"5..\""));
    return "(%s or 0 * %s) / (%s > 0)".formatted(failed, all, all);
  }

  private static String rate(String selector) {
    return "sum(rate(%s[{{window}}]))".formatted(selector);
  }
}
