package dev.sluice.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// A command that acts on one release.
final class ActVerb implements Verb {

  private final Desk desk;
  private final String name;
  private final Aim aim;
  private final List<OptionSpec> options;

  ActVerb(Desk desk, String name, Aim aim, OptionSpec... options) {
    this.desk = desk;
    this.name = name;
    this.aim = aim;
    this.options = List.of(options);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.word("NAME", true, List.of()));
    options.forEach(spec::addOption);
    spec.addOption(Options.text("TEXT", Options.REASON));
    spec.addOption(Options.flag(Options.DRY_RUN));
    Options.connection(spec);
    Options.output(spec, Output.JSON, Output.YAML);
  }

  @Override
  public int run(Given given) {
    return desk.act(given, (visit, ref) -> new Deed(desk, visit, ref, given).run(aim)).code();
  }
}
