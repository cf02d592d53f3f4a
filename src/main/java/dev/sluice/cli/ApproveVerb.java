package dev.sluice.cli;

import dev.sluice.release.Result;
import dev.sluice.state.Program;
import dev.sluice.state.Programs;
import dev.sluice.state.Selection;
import dev.sluice.text.Texts;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// `sluice approve`: shows the program that a context wants to run for its credentials, and lets it
/// run from now on once its digest is given.
final class ApproveVerb implements Verb {

  private final Programs programs;
  private final Terminal terminal;

  ApproveVerb(Programs programs, Terminal terminal) {
    this.programs = programs;
    this.terminal = terminal;
  }

  @Override
  public String name() {
    return "approve";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(Options.text("FILE", Options.KUBECONFIG))
        .addOption(Options.text("DIGEST", Options.SHA256))
        .addPositional(Options.word("CONTEXT", false, List.of()));
  }

  @Override
  public int run(Given given) {
    var selection =
        new Selection(
            given.text(Options.KUBECONFIG), given.word().stream().toList(), List.of(), false);
    return given
        .text(Options.SHA256)
        .map(digest -> approve(selection, digest))
        .orElseGet(() -> show(selection))
        .code();
  }

  private Exit approve(Selection selection, String digest) {
    return switch (programs.approve(selection, digest)) {
      case Result.Failed<Program>(var why) -> {
        terminal.say(Texts.of(why.words()));
        yield Exit.FAILED;
      }
      case Result.Ok<Program>(var program) -> {
        terminal.say(Texts.of("cli.approve.done", program.path(), program.context()));
        yield Exit.OK;
      }
    };
  }

  private Exit show(Selection selection) {
    return switch (programs.asked(selection)) {
      case Result.Failed<Optional<Program>>(var why) -> {
        terminal.say(Texts.of(why.words()));
        yield Exit.FAILED;
      }
      case Result.Ok<Optional<Program>>(var program) ->
          program.map(this::show).orElseGet(this::none);
    };
  }

  private Exit show(Program program) {
    var arguments = String.join(" ", program.arguments());
    terminal.give(
        Texts.of("cli.approve.program", program.path(), arguments, program.sha256()) + "\n");
    terminal.say(Texts.of("cli.approve.how", program.approval()));
    return Exit.APPROVAL;
  }

  private Exit none() {
    terminal.say(Texts.of("cli.approve.none"));
    return Exit.OK;
  }
}
