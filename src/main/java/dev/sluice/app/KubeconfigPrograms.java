package dev.sluice.app;

import dev.sluice.cluster.credentials.ApprovedPrograms;
import dev.sluice.cluster.credentials.ExecProgram;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.cluster.kubeconfig.Context;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.state.Program;
import dev.sluice.state.Programs;
import dev.sluice.state.Selection;
import dev.sluice.text.Invocation;
import dev.sluice.text.Words;
import java.util.Optional;
import java.util.stream.Stream;

/// The programs of the user's kubeconfig, approved in the user's own settings.
record KubeconfigPrograms(ApprovedPrograms approved, Surroundings surroundings)
    implements Programs {

  @Override
  public Result<Optional<Program>> asked(Selection selection) {
    return context(selection)
        .then(context ->
            ExecProgram.of(context, surroundings)
                .map(found -> found.map(program -> shown(selection, context, program))));
  }

  @Override
  public Result<Program> approve(Selection selection, String sha256) {
    return context(selection)
        .then(context ->
            ExecProgram.of(context, surroundings)
                .then(found -> approve(selection, context, found, sha256)));
  }

  private Result<Program> approve(
      Selection selection, Context context, Optional<ExecProgram> found, String sha256) {
    if (found.isEmpty()) {
      return failed(context, Words.of("app.program.none"));
    }
    if (!found.get().sha256().equals(sha256)) {
      return failed(
          context,
          Words.of("app.program.other", found.get().path().toString(), found.get().sha256()));
    }
    return approved.approve(found.get()).map(program -> shown(selection, context, program));
  }

  private static Result<Context> context(Selection selection) {
    return Contexts.chosen(selection).getFirst();
  }

  private Program shown(Selection selection, Context context, ExecProgram program) {
    return shown(context, program, selection.kubeconfig(), approved.invocation());
  }

  /// @param kubeconfig a file the user named
  static Program shown(
      Context context, ExecProgram program, Optional<String> kubeconfig, Invocation invocation) {
    var approve =
        Stream.concat(
                Stream.of("approve", context.name(), "--sha256", program.sha256()),
                kubeconfig.stream().flatMap(file -> Stream.of("--kubeconfig", file)))
            .toArray(String[]::new);
    return new Program(
        context.name(),
        program.path().toString(),
        program.sha256(),
        context.user().exec().map(exec -> exec.args()).orElseThrow(),
        invocation.with(approve));
  }

  private static Result<Program> failed(Context context, Words problem) {
    return Result.failed(new Failure.BadInput(context.name(), 0, 0, problem));
  }
}
