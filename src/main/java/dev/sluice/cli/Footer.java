package dev.sluice.cli;

import dev.sluice.text.Texts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/// What stands below the program's help: how its commands end, and a few to begin with.
final class Footer {
  private Footer() {}

  static void below(CommandSpec spec) {
    Map<String, String> codes = new LinkedHashMap<>();
    Arrays.stream(Exit.values())
        .forEach(
            exit -> codes.put(String.valueOf(exit.code()), Texts.of("cli.exit." + exit.name())));
    spec.usageMessage()
        .exitCodeListHeading(Texts.of("cli.exits") + "%n")
        .exitCodeList(codes)
        .footerHeading(Texts.of("cli.examples") + "%n")
        .footer(example("list"), example("rollback"), example("promote"), example("console"));
  }

  private static String example(String name) {
    return "  " + Texts.of("cli.example." + name);
  }
}
