package dev.sluice.cli;

import dev.sluice.state.Selection;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// What stood on the command line. Options may stand before the command or after it.
///
/// @param levels the program's own part first, then its command's
record Given(List<ParseResult> levels) {

  static Given of(ParseResult parsed) {
    var levels = new ArrayList<ParseResult>();
    levels.add(parsed);
    while (levels.getLast().hasSubcommand()) {
      levels.add(levels.getLast().subcommand());
    }
    return new Given(List.copyOf(levels));
  }

  Verb verb() {
    return (Verb) levels.getLast().commandSpec().userObject();
  }

  boolean flag(String option) {
    return levels.stream().anyMatch(level -> level.hasMatchedOption(option));
  }

  Optional<String> text(String option) {
    return this.<String>values(option).stream().reduce((_, later) -> later);
  }

  List<String> texts(String option) {
    return this.<List<String>>values(option).stream().flatMap(List::stream).toList();
  }

  Optional<Duration> timeout() {
    return this.<Duration>values(Options.TIMEOUT).stream().reduce((_, later) -> later);
  }

  Output output() {
    return this.<Output>values(Options.OUTPUT).stream()
        .reduce((_, later) -> later)
        .orElse(Output.TEXT);
  }

  /// The word after the command: a release, a shell.
  Optional<String> word() {
    return word(0);
  }

  /// One of the words after the command, from 0.
  Optional<String> word(int index) {
    var last = levels.getLast();
    return last.hasMatchedPositional(index)
        ? Optional.of(last.matchedPositionalValue(index, ""))
        : Optional.empty();
  }

  /// What to connect to. A name with its namespace and context says it too.
  Selection selection() {
    var named = word().map(Names::of);
    var contexts = texts(Options.CONTEXT);
    var namespaces = texts(Options.NAMESPACE);
    return new Selection(
        text(Options.KUBECONFIG),
        contexts.isEmpty() ? named.flatMap(Names::context).stream().toList() : contexts,
        namespaces.isEmpty() ? named.flatMap(Names::namespace).stream().toList() : namespaces,
        flag(Options.EVERYWHERE));
  }

  /// How a name with two slashes or more was taken apart, where it alone says the context.
  Optional<String> parts() {
    return word()
        .map(Names::of)
        .filter(names -> names.context().isPresent() && texts(Options.CONTEXT).isEmpty())
        .map(names ->
            Texts.of(
                "cli.name.parts",
                word().orElseThrow(),
                names.context().orElseThrow(),
                names.namespace().orElseThrow(),
                names.name()));
  }

  private <T> List<T> values(String option) {
    return levels.stream()
        .filter(level -> level.hasMatchedOption(option))
        .map(level -> level.<T>matchedOptionValue(option, null))
        .toList();
  }
}
