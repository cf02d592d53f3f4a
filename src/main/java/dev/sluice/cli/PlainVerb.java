package dev.sluice.cli;

import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Model.CommandSpec;

/// A command without a class of its own.
record PlainVerb(String name, Consumer<CommandSpec> options, ToIntFunction<Given> work)
    implements Verb {

  @Override
  public void describe(CommandSpec spec) {
    options.accept(spec);
  }

  @Override
  public int run(Given given) {
    return work.applyAsInt(given);
  }
}
