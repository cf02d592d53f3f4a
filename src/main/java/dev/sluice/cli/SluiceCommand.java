package dev.sluice.cli;

import dev.sluice.policy.PolicyReading;
import dev.sluice.policy.form.Syntax;
import dev.sluice.release.Action;
import dev.sluice.state.Connector;
import dev.sluice.state.Programs;
import dev.sluice.state.Selection;
import dev.sluice.text.Texts;
import java.time.InstantSource;
import java.util.List;
import java.util.function.ToIntFunction;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The program `sluice`: reads the command line, runs the one command it names, and says how that
/// ended. Data go to the terminal's `out`, words to its `err`.
public final class SluiceCommand {

  private static final System.Logger LOG = System.getLogger(SluiceCommand.class.getName());

  private final Terminal terminal;
  private final CommandLine line;

  /// @param policies reads policy files
  /// @param json what other programs write down
  /// @param drills opens the practice cluster
  /// @param version of this program, as its users are told
  /// @param window opens the console on what was selected, and returns the exit code once it is
  ///   closed
  public SluiceCommand(
      Connector connector,
      Programs programs,
      Renderer renderer,
      PolicyReading policies,
      Syntax json,
      DrillDoor drills,
      Terminal terminal,
      InstantSource clock,
      Interrupts interrupts,
      String version,
      ToIntFunction<Selection> window) {
    this.terminal = terminal;
    var desk = new Desk(connector, renderer, terminal, clock, interrupts);
    this.line = new CommandLine(spec(console("sluice", window)));
    line.getCommandSpec().version(Texts.of("cli.version", version));
    line.getCommandSpec()
        .addOption(
            CommandLine.Model.OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description(Texts.of("cli.option.version"))
                .build());
    add(looking(desk, window));
    add(acting(desk));
    line.addSubcommand("policy", new PolicyVerbs(desk, policies).line(SluiceCommand::spec));
    add(
        List.of(
            new KayentaVerb(desk, json),
            new DrillVerb(drills, terminal),
            new ApproveVerb(programs, terminal)));
    add(plain(version));
    Footer.below(line.getCommandSpec());
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setColorScheme(Help.defaultColorScheme(terminal.colours() ? Help.Ansi.ON : Help.Ansi.OFF));
    line.setExecutionStrategy(SluiceCommand::execute);
    line.setParameterExceptionHandler((wrong, _) -> wrong(wrong));
    line.setExecutionExceptionHandler((broken, _, _) -> broken(broken));
  }

  /// Runs the command line of these arguments.
  ///
  /// @return 0 done, 1 failed, 2 wrong usage, 3 a gate refused, 4 approval needed, 124 timed out
  public int run(String... args) {
    int code = line.execute(args);
    if (!terminal.lost()) {
      return code;
    }
    terminal.say(Texts.of("cli.unwritten"));
    return code == Exit.OK.code() ? Exit.FAILED.code() : code;
  }

  private void add(List<Verb> verbs) {
    verbs.forEach(verb -> line.addSubcommand(verb.name(), spec(verb)));
  }

  private static List<Verb> looking(Desk desk, ToIntFunction<Selection> window) {
    return List.of(
        console("console", window), new ListVerb(desk), new GetVerb(desk), new WatchVerb(desk));
  }

  private static List<Verb> acting(Desk desk) {
    return List.of(
        new ActVerb(desk, "rollback", Aim::back, Options.text("REVISION", Options.TO)),
        new ActVerb(desk, "promote", Aim::promotion, Options.flag(Options.FULL)),
        new ActVerb(desk, "pause", Aim.always(new Action.Pause())),
        new ActVerb(desk, "resume", Aim.always(new Action.Resume())),
        new ActVerb(desk, "abort", Aim.always(new Action.Abort())),
        new ActVerb(desk, "retry", Aim.always(new Action.Retry())),
        new ActVerb(desk, "restart", Aim.always(new Action.Restart())),
        new ConductVerb(desk));
  }

  private List<Verb> plain(String version) {
    return List.of(
        new PlainVerb(
            "completion",
            spec -> spec.addPositional(Options.word("SHELL", true, List.of("bash", "zsh"))),
            this::completion),
        new PlainVerb(
            "help",
            spec -> spec.addPositional(Options.word("COMMAND", false, List.of())),
            this::help),
        new PlainVerb(
            "version",
            _ -> {},
            _ -> {
              terminal.give(Texts.of("cli.version", version) + "\n");
              return Exit.OK.code();
            }));
  }

  private static Verb console(String name, ToIntFunction<Selection> window) {
    return new PlainVerb(name, Options::connection, given -> window.applyAsInt(given.selection()));
  }

  private static CommandSpec spec(Verb verb) {
    var spec = CommandSpec.wrapWithoutInspection(verb).name(verb.name());
    spec.usageMessage().description(Texts.of("cli.command." + verb.name()));
    verb.describe(spec);
    Options.help(spec);
    return spec;
  }

  private static int execute(CommandLine.ParseResult parsed) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    var given = Given.of(parsed);
    return given.verb().run(given);
  }

  private int completion(Given given) {
    var shell = given.word().orElse("");
    if (!shell.equals("bash") && !shell.equals("zsh")) {
      terminal.say(Texts.of("cli.usage.shell", shell));
      return Exit.USAGE.code();
    }
    terminal.give(AutoComplete.bash(line.getCommandName(), line));
    return Exit.OK.code();
  }

  private int wrong(ParameterException wrong) {
    WrongUsage.words(wrong).forEach(terminal::say);
    var command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    terminal.say(Texts.of("cli.usage.help", command));
    return Exit.USAGE.code();
  }

  /// The help of the program, or of one of its commands.
  private int help(Given given) {
    var name = given.word();
    var meant = name.map(line.getSubcommands()::get);
    if (name.isPresent() && meant.isEmpty()) {
      WrongUsage.unknown(name.get(), List.copyOf(line.getSubcommands().keySet()))
          .forEach(terminal::say);
      terminal.say(Texts.of("cli.usage.help", line.getCommandName()));
      return Exit.USAGE.code();
    }
    meant.orElse(line).usage(terminal.out());
    return Exit.OK.code();
  }

  private int broken(Exception broken) {
    LOG.log(System.Logger.Level.ERROR, "The command failed", broken);
    terminal.say(Texts.of("cli.broken", broken.toString()));
    return Exit.FAILED.code();
  }
}
