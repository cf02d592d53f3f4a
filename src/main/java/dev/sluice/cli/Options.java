package dev.sluice.cli;

import dev.sluice.text.Texts;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/// The options of the program and its commands.
final class Options {

  static final String KUBECONFIG = "--kubeconfig";
  static final String CONTEXT = "--context";
  static final String NAMESPACE = "--namespace";
  static final String EVERYWHERE = "--all-namespaces";
  static final String TIMEOUT = "--timeout";
  static final String OUTPUT = "--output";
  static final String FULL = "--full";
  static final String REASON = "--reason";
  static final String DRY_RUN = "--dry-run";
  static final String TO = "--to";
  static final String SHA256 = "--sha256";

  private static final Pattern MILLIS = Pattern.compile("([0-9]{1,12})ms");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private Options() {}

  /// Which clusters, and how long to wait for them.
  static void connection(CommandSpec spec) {
    spec.addOption(text("FILE", KUBECONFIG))
        .addOption(texts("NAME", CONTEXT))
        .addOption(texts("NAME", "-n", NAMESPACE))
        .addOption(flag("-A", EVERYWHERE))
        .addOption(
            named(TIMEOUT)
                .paramLabel("DURATION")
                .type(Duration.class)
                .converters(Options::duration)
                .build());
  }

  /// The one release that it is about, and how to reach it.
  static void release(CommandSpec spec) {
    spec.addPositional(word("NAME", true, List.of()));
    connection(spec);
  }

  static void help(CommandSpec spec) {
    spec.addOption(named("-h", "--help").usageHelp(true).build());
  }

  static void output(CommandSpec spec, Output... known) {
    var words = Output.words(known);
    spec.addOption(
        named("-o", OUTPUT)
            .paramLabel(String.join("|", words))
            .type(Output.class)
            .completionCandidates(words)
            .converters(word -> Output.parse(word, words))
            .build());
  }

  static OptionSpec text(String label, String... names) {
    return named(names).paramLabel(label).type(String.class).build();
  }

  static OptionSpec flag(String... names) {
    return named(names).type(boolean.class).arity("0").build();
  }

  static PositionalParamSpec word(String label, boolean needed, List<String> candidates) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .index("0")
        .arity(needed ? "1" : "0..1")
        .required(needed)
        .type(String.class)
        .description(Texts.of("cli.param." + label))
        .completionCandidates(candidates)
        .build();
  }

  /// A second word, which is needed.
  static PositionalParamSpec second(String label) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .index("1")
        .arity("1")
        .required(true)
        .type(String.class)
        .description(Texts.of("cli.param." + label))
        .build();
  }

  private static OptionSpec texts(String label, String... names) {
    return named(names)
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .build();
  }

  private static OptionSpec.Builder named(String... names) {
    var longest = names[names.length - 1].substring(2);
    return OptionSpec.builder(names).description(Texts.of("cli.option." + longest));
  }

  /// A duration as Kubernetes people write it: `30s`, `1h30m`, `500ms`; a bare number is seconds.
  static Duration duration(String text) {
    try {
      var millis = MILLIS.matcher(text);
      if (millis.matches()) {
        return Duration.ofMillis(Long.parseLong(millis.group(1)));
      }
      var unit = SECONDS.matcher(text).matches() ? "S" : "";
      var duration = Duration.parse("PT" + text.toUpperCase(Locale.ROOT) + unit);
      if (!duration.isNegative() && duration.compareTo(Duration.ofDays(365)) < 0) {
        return duration;
      }
    } catch (DateTimeException _) {
      // Said below, in the same words as a duration out of range.
    }
    throw new TypeConversionException(Texts.of("cli.usage.duration", text));
  }
}
