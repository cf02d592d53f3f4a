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

  /// Where the first tag stands that the parser trips over instead of refusing it.
  public static Optional<Mark> unreadableTag(String text) {
    for (var event : new Yaml().parse(new StringReader(text))) {
      if (tag(event).filter(tag -> !readable(tag)).isPresent()) {
        return Optional.of(event.getStartMark());
      }
    }
    return Optional.empty();
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
