package dev.sluice.files;

import dev.sluice.text.Words;
import dev.sluice.text.YamlFaults;
import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Tag;

/// A text that the parser refused.
public final class BrokenYaml {
  private BrokenYaml() {}

  /// Why, in words for whoever wrote it.
  public static Words words(MarkedYAMLException fault) {
    var begun = Optional.ofNullable(fault.getContextMark());
    return YamlFaults.words(
        String.valueOf(fault.getProblem()),
        String.valueOf(fault.getContext()),
        begun.map(mark -> mark.getLine() + 1).orElse(0),
        begun.map(mark -> mark.getColumn() + 1).orElse(0));
  }

  /// What the parser tripped over instead of refusing it.
  ///
  /// @param place that, or the last one before it that is known
  public record Trip(Optional<Mark> place, Words words) {}

  /// Of a text that it threw [IllegalArgumentException] at: a tag that decodes to none, or the
  /// number of a character that the text ends in.
  public static Trip trip(String text) {
    Optional<Mark> place = Optional.empty();
    try {
      for (var event : new Yaml().parse(new StringReader(text))) {
        place = Optional.of(event.getStartMark());
        if (tag(event).filter(tag -> !readable(tag)).isPresent()) {
          return new Trip(place, Words.of("yaml.tag"));
        }
      }
    } catch (IllegalArgumentException _) {
      return new Trip(place, Words.of("yaml.escape"));
    }
    return new Trip(place, Words.of("yaml.tag"));
  }

  private static Optional<String> tag(Event event) {
    return switch (event) {
      case ScalarEvent scalar -> Optional.ofNullable(scalar.getTag());
      case CollectionStartEvent collection -> Optional.ofNullable(collection.getTag());
      default -> Optional.empty();
    };
  }

  private static boolean readable(String tag) {
    try {
      return !new Tag(tag).getValue().isEmpty();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
