package dev.sluice.release;

import dev.sluice.text.Words;
import java.util.Optional;

/// Why something at a border did not work, as a value. Each kind asks for another reaction; the
/// sentence for the user is [#words].
public sealed interface Failure {

  /// What happened, where, and what to do about it.
  Words words();

  /// A file, an address or a setting of the user's cannot be used.
  ///
  /// @param source what was read, for example a file's name; never a secret
  /// @param line 1-based, 0 where the input has no lines
  /// @param column 1-based, 0 where the input has no columns
  record BadInput(String source, int line, int column, Words problem) implements Failure {
    @Override
    public Words words() {
      return line == 0
          ? Words.of("failure.input", source, problem)
          : Words.of("failure.input.at", source, line, column, problem);
    }
  }

  /// Nobody answered: refused, no route, no such host, timed out before anything was sent.
  ///
  /// @param server host and port, where that is an API server; never a path, which may be secret
  record Unreachable(String where, Optional<String> server, Words problem) implements Failure {

    /// Of something that is named by where it is.
    public Unreachable(String where, Words problem) {
      this(where, Optional.empty(), problem);
    }

    @Override
    public Words words() {
      return server
          .map(at -> Words.of("failure.unreachable.context", where, at, problem))
          .orElseGet(() -> Words.of("failure.unreachable", where, problem));
    }
  }

  /// The other end could not prove who it is. Never worked around.
  record Untrusted(String where, Words problem) implements Failure {
    @Override
    public Words words() {
      return Words.of("failure.untrusted", where, problem);
    }
  }

  /// The credentials are missing, expired or not accepted (401).
  record Unauthenticated(String where, Words problem) implements Failure {
    @Override
    public Words words() {
      return Words.of("failure.unauthenticated", where, problem);
    }
  }

  /// The other end knows the user and says no (403).
  ///
  /// @param reason the API server's own sentence
  record Forbidden(String where, String reason) implements Failure {
    @Override
    public Words words() {
      return Words.of("failure.forbidden", where, reason);
    }
  }

  /// The thing, or its whole kind (a CRD), is not there (404).
  record Absent(String where, String what) implements Failure {
    @Override
    public Words words() {
      return Words.of("failure.absent", where, what);
    }
  }

  /// The world moved: a precondition of the write did not hold (409, or 422 from a failed `test`).
  /// Nothing was written.
  record Moved(String where, String reason) implements Failure {
    @Override
    public Words words() {
      return Words.of("failure.moved", where, reason);
    }
  }

  /// The other end understood and refuses: invalid, denied by an admission policy, over a limit.
  record Refused(String where, int status, String reason) implements Failure {
    @Override
    public Words words() {
      return Words.of("failure.refused", where, status, reason);
    }
  }

  /// The answer cannot be understood: HTML, cut off, too large, a field of the wrong type.
  record BadAnswer(String where, Words problem) implements Failure {
    @Override
    public Words words() {
      return Words.of("failure.answer", where, problem);
    }
  }

  /// The request left, and no answer came: it may or may not have been carried out. Read before
  /// anything else; never send it again blind.
  record Unknown(String where, Words problem) implements Failure {
    @Override
    public Words words() {
      return Words.of("failure.unknown", where, problem);
    }
  }
}
