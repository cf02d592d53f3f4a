package dev.sluice.cli;

import dev.sluice.policy.Draft;
import dev.sluice.policy.PolicyReading;
import dev.sluice.policy.PolicySchema;
import dev.sluice.policy.form.Mistake;
import dev.sluice.text.FileFaults;
import dev.sluice.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// `sluice policy`: what releases are held to, checked, shown and begun.
final class PolicyVerbs {

  /// Larger than any ConfigMap.
  private static final int LIMIT = 2 * 1024 * 1024;

  private static final String STANDARD_INPUT = "-";

  private final Desk desk;
  private final PolicyReading reading;

  PolicyVerbs(Desk desk, PolicyReading reading) {
    this.desk = desk;
    this.reading = reading;
  }

  /// The command with its own commands.
  CommandLine line(Function<Verb, CommandSpec> spec) {
    var top = new CommandLine(spec.apply(new PlainVerb("policy", _ -> {}, _ -> nothing())));
    List.of(
            new PlainVerb("check", PolicyVerbs::file, given -> check(given).code()),
            new PolicyInit(desk),
            new PolicyShow(desk),
            new PlainVerb("schema", _ -> {}, _ -> schema().code()))
        .forEach(verb -> top.addSubcommand(verb.name(), spec.apply(verb)));
    return top;
  }

  private int nothing() {
    desk.terminal().say(Texts.of("cli.policy.usage"));
    return Exit.USAGE.code();
  }

  private static void file(CommandSpec spec) {
    spec.addPositional(Options.word("FILE", true, List.of()));
    Options.output(spec, Output.JSON, Output.YAML);
  }

  private Exit schema() {
    desk.give(PolicySchema.tree(), Output.JSON);
    return Exit.OK;
  }

  private Exit check(Given given) {
    var name = given.word().orElseThrow();
    try {
      return judged(given, reading.file(name, text(name)));
    } catch (IOException fault) {
      desk.terminal().say(Texts.of("cli.policy.unread", name, FileFaults.words(fault)));
      return Exit.FAILED;
    }
  }

  /// The text of that file, or of the standard input.
  static String text(String name) throws IOException {
    try (var in = name.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(name))) {
      return new String(in.readNBytes(LIMIT), StandardCharsets.UTF_8);
    }
  }

  private Exit judged(Given given, List<Draft> drafts) {
    var trees = new ArrayList<Object>();
    for (var draft : drafts) {
      draft.mistakes().forEach(mistake -> trees.add(tree(draft, mistake)));
    }
    if (given.output() == Output.TEXT) {
      say(drafts);
    }
    if (given.output() != Output.TEXT) {
      desk.give(trees, given.output());
    }
    return trees.isEmpty() ? Exit.OK : Exit.FAILED;
  }

  private void say(List<Draft> drafts) {
    boolean parts = drafts.size() > 1 && drafts.stream().map(Draft::source).distinct().count() == 1;
    if (parts) {
      var whole = drafts.getFirst().source();
      desk.terminal().say(Texts.of("cli.policy.documents", whole, drafts.size()));
    }
    for (int i = 0; i < drafts.size(); i++) {
      var source = drafts.get(i).source();
      say(
          drafts.get(i),
          parts
              ? Texts.of("cli.policy.ok.part", source, i + 1)
              : Texts.of("cli.policy.ok", source));
    }
  }

  private void say(Draft draft, String well) {
    if (draft.usable()) {
      desk.terminal().say(well);
    }
    draft.mistakes().forEach(mistake -> desk.terminal().say(sentence(draft, mistake)));
  }

  /// A mistake with its place, as it is said everywhere.
  static String sentence(Draft draft, Mistake mistake) {
    var place = mistake.place();
    return Texts.of(
        "failure.input.at", draft.source(), place.line(), place.column(), mistake.words());
  }

  private static Object tree(Draft draft, Mistake mistake) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("source", draft.source());
    tree.put("line", mistake.place().line());
    tree.put("column", mistake.place().column());
    tree.put("message", Texts.of(mistake.words()));
    return tree;
  }
}
