package dev.sluice.cli;

import picocli.CommandLine.Model.CommandSpec;

/// One command of the program.
interface Verb {

  String name();

  /// Adds the options and words that this command knows.
  void describe(CommandSpec spec);

  /// Does it.
  ///
  /// @return the exit code
  int run(Given given);
}
