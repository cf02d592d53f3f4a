package dev.sluice.cli;

import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.state.Program;
import dev.sluice.state.Programs;
import dev.sluice.state.Selection;
import dev.sluice.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A kubeconfig whose one context asks for this program, or for none.
record Asked(Optional<Program> program, List<String> approved) implements Programs {

  Asked(Optional<Program> program) {
    this(program, new ArrayList<>());
  }

  @Override
  public Result<Optional<Program>> asked(Selection selection) {
    return Result.ok(program);
  }

  @Override
  public Result<Program> approve(Selection selection, String sha256) {
    if (program.filter(p -> p.sha256().equals(sha256)).isEmpty()) {
      return Result.failed(new Failure.BadInput("prod", 0, 0, Words.of("app.program.none")));
    }
    approved.add(sha256);
    return Result.ok(program.orElseThrow());
  }
}
