package dev.sluice.cluster.credentials;

import dev.sluice.cluster.kubeconfig.Context;
import dev.sluice.cluster.kubeconfig.ExecSpec;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A program that a kubeconfig wants to run, as far as an approval is bound to it.
///
/// @param path absolute, links resolved
/// @param sha256 of the file, lower-case hexadecimal
/// @param invocation SHA-256 of arguments and added environment: an approved shell must not run
///   other commands
public record ExecProgram(Path path, String sha256, String invocation) {

  /// The program that a context would run, for the user to look at; empty when it runs none.
  public static Result<Optional<ExecProgram>> of(Context context, Surroundings surroundings) {
    var exec = context.user().exec();
    return exec.isEmpty()
        ? Result.ok(Optional.empty())
        : find(context.name(), exec.get(), surroundings.environment()).map(Optional::of);
  }

  static Result<ExecProgram> find(String where, ExecSpec spec, Map<String, String> environment) {
    var file = new ProgramPath(environment).find(spec);
    if (file.isEmpty()) {
      var hint = spec.installHint().orElse("");
      return failed(where, Words.of("exec.missing", spec.command(), hint));
    }
    try {
      var path = file.get().toRealPath();
      return Result.ok(
          new ExecProgram(path, Digest.of(Files.readAllBytes(path)), invocation(spec)));
    } catch (IOException _) {
      return failed(where, Words.of("exec.unreadable", file.get().toString()));
    }
  }

  private static String invocation(ExecSpec spec) {
    var parts = new ArrayList<>(spec.args());
    // Marks where arguments end; no argument has this character.
    parts.add("\0");
    new TreeMap<>(spec.environment())
        .forEach((name, value) -> {
          parts.add(name);
          parts.add(value);
        });
    return Digest.of(parts);
  }

  private static <T> Result<T> failed(String where, Words problem) {
    return Result.failed(new Failure.Unauthenticated(where, problem));
  }
}
