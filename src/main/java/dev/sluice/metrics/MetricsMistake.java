package dev.sluice.metrics;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.sluice.files.BrokenYaml;
import dev.sluice.release.Failure;
import dev.sluice.text.Words;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// What keeps that text from being a metrics file.
record MetricsMistake(String text, JacksonException fault) {

  /// In words, and with its place in that file.
  Failure in(Path file) {
    var refused =
        Stream.iterate((Throwable) fault, Objects::nonNull, Throwable::getCause)
            .filter(MarkedYAMLException.class::isInstance)
            .map(MarkedYAMLException.class::cast)
            .findFirst();
    if (refused.isPresent()) {
      return syntax(file, refused.get());
    } else if (fault instanceof UnrecognizedPropertyException unknown) {
      return unknown(file, unknown);
    }
    var words =
        fault instanceof MismatchedInputException
            ? Words.of("metrics.config.type")
            : Words.of("metrics.config.yaml", fault.getOriginalMessage());
    var at = Optional.ofNullable(fault.getLocation());
    return new Failure.BadInput(
        file.toString(),
        at.map(JsonLocation::getLineNr).orElse(0),
        at.map(JsonLocation::getColumnNr).orElse(0),
        words);
  }

  private static Failure syntax(Path file, MarkedYAMLException refused) {
    var at = Optional.ofNullable(refused.getProblemMark());
    return new Failure.BadInput(
        file.toString(),
        at.map(mark -> mark.getLine() + 1).orElse(0),
        at.map(mark -> mark.getColumn() + 1).orElse(0),
        Words.of("metrics.config.yaml", BrokenYaml.words(refused)));
  }

  /// It is found at the end of what it stands in, so it is looked for from there.
  private Failure unknown(Path file, UnrecognizedPropertyException unknown) {
    var name = unknown.getPropertyName();
    int end = (int) Math.max(0, unknown.getLocation().getCharOffset());
    int at = Math.max(0, text.lastIndexOf(name + ":", end));
    var before = text.substring(0, at);
    return new Failure.BadInput(
        file.toString(),
        1 + (int) before.chars().filter(letter -> letter == '\n').count(),
        at - before.lastIndexOf('\n'),
        Words.of("metrics.config.unknown", name, known(unknown)));
  }

  private static String known(UnrecognizedPropertyException unknown) {
    return unknown.getKnownPropertyIds().stream()
        .map(String::valueOf)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
