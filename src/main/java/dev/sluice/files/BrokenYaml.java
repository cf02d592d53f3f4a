package dev.sluice.files;

import dev.sluice.text.Words;
import dev.sluice.text.YamlFaults;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

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
}
