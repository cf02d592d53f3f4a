package dev.sluice.cli;

import dev.sluice.judge.kayenta.KayentaMetric.Label;
import dev.sluice.judge.kayenta.KayentaScore;
import dev.sluice.judge.kayenta.KayentaScore.Judged;
import dev.sluice.judge.kayenta.KayentaScore.Outcome;
import dev.sluice.policy.form.Mistake;
import dev.sluice.policy.form.Mistakes;
import dev.sluice.policy.form.Syntax;
import dev.sluice.policy.form.Written;
import dev.sluice.policy.kayenta.KayentaReading;
import dev.sluice.text.FileFaults;
import dev.sluice.text.Texts;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Model.CommandSpec;

/// `sluice kayenta`: judges a canary by Kayenta's rule and config, for those who come from it. Says
/// on each way out whose verdict that is.
final class KayentaVerb implements Verb {
  private final Desk desk;
  private final Syntax json;

  KayentaVerb(Desk desk, Syntax json) {
    this.desk = desk;
    this.json = json;
  }

  @Override
  public String name() {
    return "kayenta";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.word("CONFIG", true, List.of()));
    spec.addPositional(Options.second("PAIRS"));
    Options.output(spec, Output.JSON, Output.YAML);
  }

  @Override
  public int run(Given given) {
    var config = read(given.word(0), (reading, written) -> reading.config(written));
    var pairs = read(given.word(1), (reading, written) -> Optional.of(reading.pairs(written)));
    if (config.isEmpty() || pairs.isEmpty()) {
      return Exit.FAILED.code();
    }
    var score = KayentaScore.of(config.get(), pairs.get());
    if (given.output() == Output.TEXT) {
      say(score);
    } else {
      desk.give(tree(score), given.output());
    }
    return (score.outcome() == Outcome.PASS ? Exit.OK : Exit.GATE).code();
  }

  /// What that file means; empty, with every mistake said, where it means nothing.
  private <T> Optional<T> read(
      Optional<String> file, BiFunction<KayentaReading, Written, Optional<T>> reading) {
    var name = file.orElseThrow();
    try {
      var mistakes = new Mistakes();
      var found =
          json.read(PolicyVerbs.text(name), mistakes)
              .flatMap(written -> reading.apply(new KayentaReading(mistakes), written));
      mistakes.all().forEach(mistake -> desk.terminal().say(sentence(name, mistake)));
      return mistakes.all().isEmpty() ? found : Optional.empty();
    } catch (IOException fault) {
      desk.terminal().say(Texts.of("cli.policy.unread", name, FileFaults.words(fault)));
      return Optional.empty();
    }
  }

  private static String sentence(String file, Mistake mistake) {
    var place = mistake.place();
    return Texts.of("failure.input.at", file, place.line(), place.column(), mistake.words());
  }

  private void say(KayentaScore score) {
    var table = new Table(desk.paint());
    for (var metric : score.metrics()) {
      table.row(
          List.of(
              Table.Cell.of(metric.asked().name()),
              Table.Cell.of(label(metric)),
              Table.Cell.of(ratio(metric)),
              Table.Cell.of(String.join(", ", metric.asked().groups()))));
    }
    table.lines().forEach(line -> desk.terminal().give(line + "\n"));
    score
        .groups()
        .forEach(
            (group, of) -> desk.terminal().give(Texts.of("cli.kayenta.group", group, of) + "\n"));
    desk.terminal().give(outcome(score) + "\n");
    desk.terminal().say(Texts.of("cli.kayenta.whose"));
  }

  private static String outcome(KayentaScore score) {
    return switch (score.outcome()) {
      case PASS -> Texts.of("cli.kayenta.pass", score.score());
      case MARGINAL -> Texts.of("cli.kayenta.marginal", score.score());
      case FAIL -> Texts.of("cli.kayenta.fail", score.score());
    };
  }

  private static String label(Judged metric) {
    if (metric.finding().breach()) {
      return Texts.of("cli.kayenta.label.breach");
    }
    return switch (metric.finding().label()) {
      case PASS -> Texts.of("cli.kayenta.label.pass");
      case HIGH -> Texts.of("cli.kayenta.label.high");
      case LOW -> Texts.of("cli.kayenta.label.low");
      case NODATA -> Texts.of("cli.kayenta.label.nodata");
    };
  }

  private static String ratio(Judged metric) {
    double ratio = metric.finding().ratio();
    return Double.isFinite(ratio) ? Texts.of("cli.kayenta.ratio", ratio) : "";
  }

  private static Object tree(KayentaScore score) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("judge", "kayenta");
    tree.put("score", score.score());
    tree.put("outcome", score.outcome().name().toLowerCase(Locale.ROOT));
    tree.put("groups", score.groups());
    tree.put("metrics", score.metrics().stream().map(KayentaVerb::tree).toList());
    return tree;
  }

  private static Object tree(Judged metric) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("name", metric.asked().name());
    tree.put("label", metric.finding().label().name().toLowerCase(Locale.ROOT));
    if (metric.finding().label() != Label.NODATA) {
      tree.put("ratio", metric.finding().ratio());
    }
    tree.put("breach", metric.finding().breach());
    tree.put("groups", metric.asked().groups());
    return tree;
  }
}
