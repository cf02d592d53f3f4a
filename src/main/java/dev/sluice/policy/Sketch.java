package dev.sluice.policy;

import dev.sluice.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A policy as a person would begin it: each term explained, those without a value commented out.
///
/// @param head what is said at its beginning
/// @param values those that are not the usual ones, as they would be written
public record Sketch(List<String> head, Map<Term<?>, Object> values) {

  public Sketch {
    head = List.copyOf(head);
    values = Map.copyOf(values);
  }

  /// In YAML.
  public String text() {
    var lines = new ArrayList<String>();
    head.forEach(line -> lines.add("# " + line));
    lines.add("apiVersion: " + Outline.VERSION);
    lines.add("kind: " + Outline.KIND);
    List<String> open = List.of();
    for (var term : Terms.all()) {
      var path = Arrays.asList(term.path().split("\\.", -1));
      var sections = path.subList(0, path.size() - 1);
      var value = Optional.ofNullable(values.get(term)).or(term::usually);
      lines.addAll(opened(open, sections));
      lines.addAll(said(term, path, value));
      open = sections;
    }
    return String.join("\n", lines) + "\n";
  }

  /// The sections that begin where those are open.
  private List<String> opened(List<String> open, List<String> wanted) {
    int same = 0;
    while (same < Math.min(open.size(), wanted.size()) && open.get(same).equals(wanted.get(same))) {
      same++;
    }
    var lines = new ArrayList<String>();
    for (int depth = same; depth < wanted.size(); depth++) {
      if (depth == 0) {
        lines.add("");
      }
      var path = String.join(".", wanted.subList(0, depth + 1));
      lines.add(indent(depth) + (silent(path) ? "# " : "") + wanted.get(depth) + ":");
    }
    return lines;
  }

  /// Whether nothing is said in that section: a name with nothing below it would be no section.
  private boolean silent(String section) {
    return Terms.all().stream()
        .filter(term -> term.path().startsWith(section + "."))
        .allMatch(term -> !values.containsKey(term) && term.usual().isEmpty());
  }

  private static List<String> said(Term<?> term, List<String> path, Optional<Object> value) {
    var indent = indent(path.size() - 1);
    var lines = new ArrayList<String>();
    if (path.size() == 1) {
      lines.add("");
    }
    lines.add(indent + "# " + Texts.of("policy.term." + term.path()));
    var name = path.getLast() + ":";
    if (value.isEmpty()) {
      lines.add(indent + "# " + name);
    } else if (value.get() instanceof List<?> items && !items.isEmpty()) {
      lines.add(indent + name);
      items.forEach(item -> lines.add(indent + "  - " + flow(item)));
    } else {
      lines.add(indent + name + " " + flow(value.get()));
    }
    return lines;
  }

  private static String indent(int depth) {
    return "  ".repeat(depth);
  }

  /// A value in one line.
  static String flow(Object value) {
    return switch (value) {
      case Map<?, ?> fields ->
          fields.entrySet().stream()
              .map(field -> field.getKey() + ": " + flow(field.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case List<?> items ->
          items.stream().map(Sketch::flow).collect(Collectors.joining(", ", "[", "]"));
      case String text when !text.matches("[A-Za-z0-9][A-Za-z0-9.%/+_-]*") ->
          "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
      default -> value.toString();
    };
  }
}
