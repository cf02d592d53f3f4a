package dev.sluice.cluster.credentials;

import dev.sluice.cluster.kubeconfig.Context;
import dev.sluice.cluster.kubeconfig.ExecSpec;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.util.HashMap;
import java.util.Map;

/// Runs a context's program for credentials, if it has been approved: without a shell, without
/// input, and not for longer than allowed.
record ExecRunner(Context context, ExecSpec spec, Surroundings surroundings) {

  /// The program, once it may run.
  Result<ExecProgram> program() {
    if (spec.needsTerminal()) {
      return failed(Words.of("exec.terminal", spec.command()));
    }
    return ExecProgram.find(context.name(), spec, surroundings.environment())
        .then(program ->
            surroundings.approval().approved(program)
                ? Result.ok(program)
                : failed(
                    Words.of(
                        "exec.unapproved",
                        program.path().toString(),
                        program.sha256(),
                        surroundings.approval().invocation().with("approve", context.name()))));
  }

  Result<ExecAnswer> run(ExecProgram program) {
    var name = program.path().toString();
    return switch (ProgramRun.of(
        program.path(), spec.args(), environment(), surroundings.patience())) {
      case ProgramRun.NotStarted _ -> failed(Words.of("exec.start", name));
      case ProgramRun.TooLong _ ->
          failed(Words.of("exec.late", name, surroundings.patience().toSeconds()));
      case ProgramRun.Exited(var code, var output, var errors) ->
          code == 0 ? answer(name, output) : failed(Words.of("exec.failed", name, code, errors));
    };
  }

  private Result<ExecAnswer> answer(String name, String output) {
    try {
      return Result.ok(ExecAnswer.parse(output, spec.version()));
    } catch (ExecAnswer.Unusable unusable) {
      return failed(Words.of("exec.unusable", name, unusable.problem()));
    }
  }

  private Map<String, String> environment() {
    var environment = new HashMap<>(surroundings.environment());
    environment.putAll(spec.environment());
    environment.put("KUBERNETES_EXEC_INFO", new ExecInfo(context, spec).json());
    return environment;
  }

  private <T> Result<T> failed(Words problem) {
    return Result.failed(new Failure.Unauthenticated(context.name(), problem));
  }
}
