package dev.sluice.app;

import dev.sluice.cluster.credentials.ApprovedPrograms;
import dev.sluice.cluster.credentials.ExecProgram;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.cluster.kubeconfig.Context;
import dev.sluice.cluster.kubeconfig.Kubeconfig;
import dev.sluice.cluster.kubeconfig.Sources;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.state.Survey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Looks what this machine has to offer: reads kubeconfigs, runs nothing, asks no network.
///
/// @param settings where settings are kept
/// @param metrics the file that says how contexts are measured
record Surveys(ApprovedPrograms approved, Surroundings surroundings, Path settings, Path metrics) {

  Survey of(Sources sources) {
    var kubeconfig = Kubeconfig.load(sources);
    return new Survey(
        sources.wanted().stream()
            .map(path -> new Survey.Source(path.toString(), Files.exists(path)))
            .toList(),
        kubeconfig.contexts().sequencedEntrySet().stream()
            .map(entry -> candidate(entry.getKey(), entry.getValue(), named(sources)))
            .toList(),
        kubeconfig.current(),
        kubeconfig.problems(),
        settings.toString(),
        metrics.toString(),
        approved.invocation());
  }

  private Survey.Candidate candidate(
      String name, Result<Context> context, Optional<String> kubeconfig) {
    return switch (context) {
      case Result.Ok<Context>(var usable) -> candidate(usable, kubeconfig);
      case Result.Failed<Context>(var why) -> broken(name, why);
    };
  }

  private Survey.Candidate candidate(Context context, Optional<String> kubeconfig) {
    return switch (ExecProgram.of(context, surroundings)) {
      case Result.Ok<Optional<ExecProgram>>(var program) ->
          new Survey.Candidate(
              context.name(),
              Optional.empty(),
              program
                  .filter(each -> !approved.approved(each))
                  .map(each ->
                      KubeconfigPrograms.shown(context, each, kubeconfig, approved.invocation())));
      case Result.Failed<Optional<ExecProgram>>(var why) -> broken(context.name(), why);
    };
  }

  private static Survey.Candidate broken(String name, Failure why) {
    return new Survey.Candidate(name, Optional.of(why), Optional.empty());
  }

  /// A file that only this console was told of has to be named to the next one too.
  private static Optional<String> named(Sources sources) {
    return sources.named().stream().findFirst().map(Path::toString);
  }
}
