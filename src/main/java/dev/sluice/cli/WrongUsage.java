package dev.sluice.cli;

import dev.sluice.text.Nearest;
import dev.sluice.text.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with a command line, in sentences.
final class WrongUsage {

  private static final Pattern OPTION = Pattern.compile("'(--?[A-Za-z-]+)'");

  private WrongUsage() {}

  /// What is wrong, and what may have been meant.
  static List<String> words(ParameterException wrong) {
    return switch (wrong) {
      case UnmatchedArgumentException unmatched -> unknown(unmatched);
      case MissingParameterException missing -> missing(missing);
      case OverwrittenOptionException twice ->
          List.of(Texts.of("cli.usage.twice", name(twice.getOverwritten())));
      case ParameterException value when value.getCause() instanceof TypeConversionException why ->
          List.of(
              Texts.of(
                  "cli.usage.value",
                  Optional.ofNullable(value.getArgSpec()).map(WrongUsage::name).orElse(""),
                  said(why)));
      case MaxValuesExceededException valued -> List.of(valued(valued));
      default -> List.of(said(wrong));
    };
  }

  /// That a word is not known, and the nearest one that is.
  static List<String> unknown(String word, List<String> known) {
    var said = Texts.of("cli.usage.unknown", word);
    int value = word.indexOf('=');
    return Nearest.to(value < 0 ? word : word.substring(0, value), known)
        .map(nearest -> List.of(said, Texts.of("cli.usage.nearest", nearest)))
        .orElse(List.of(said));
  }

  private static List<String> unknown(UnmatchedArgumentException unmatched) {
    var word = unmatched.getUnmatched().getFirst();
    return unknown(
        word,
        word.startsWith("-")
            ? List.copyOf(unmatched.getCommandLine().getCommandSpec().optionsMap().keySet())
            : unmatched.getSuggestions());
  }

  /// A word that is not known tells more of a slip than what is missing beside it.
  private static List<String> missing(MissingParameterException missing) {
    var left = missing.getCommandLine().getUnmatchedArguments();
    return left.isEmpty()
        ? missing.getMissing().stream().map(WrongUsage::missing).toList()
        : unknown(new UnmatchedArgumentException(missing.getCommandLine(), left));
  }

  private static String missing(ArgSpec missing) {
    return missing instanceof OptionSpec option
        ? Texts.of("cli.usage.missing.value", option.longestName(), option.paramLabel())
        : Texts.of("cli.usage.missing", missing.paramLabel());
  }

  /// picocli hands on which option it is in its message alone.
  private static String valued(MaxValuesExceededException wrong) {
    var option = OPTION.matcher(said(wrong));
    return option.find() ? Texts.of("cli.usage.flag", option.group(1)) : said(wrong);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String said(Exception why) {
    return Objects.requireNonNullElse(why.getMessage(), why.toString());
  }
}
