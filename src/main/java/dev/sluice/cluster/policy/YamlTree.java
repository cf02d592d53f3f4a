package dev.sluice.cluster.policy;

import dev.sluice.files.BrokenYaml;
import dev.sluice.policy.form.Place;
import dev.sluice.policy.form.Written;
import dev.sluice.policy.form.Written.Kind;
import dev.sluice.text.Words;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Makes of YAML what was written, with its places. Of nodes alone: nothing is constructed from
/// tags. Size, depth and the number of parts are bounded, with aliases unrolled.
final class YamlTree {
  private static final int SIZE = 256 * 1024;
  private static final int DEPTH = 20;
  private static final int PARTS = 10_000;
  private static final int DOCUMENTS = 50;

  private int parts;

  private YamlTree() {}

  /// A text that is no YAML we read.
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Place place;
    private final transient Words words;

    private Unreadable(Place place, Words words) {
      super(words.key(), null, false, false);
      this.place = place;
      this.words = words;
    }

    Place place() {
      return place;
    }

    Words words() {
      return words;
    }
  }

  /// Each document of that text.
  static List<Written> read(String text) throws Unreadable {
    var start = new Place(1, 1);
    if (text.length() > SIZE) {
      throw new Unreadable(start, Words.of("policy.large", SIZE / 1024));
    }
    try {
      var options = new LoaderOptions();
      options.setCodePointLimit(SIZE);
      options.setNestingDepthLimit(DEPTH);
      var all = new ArrayList<Written>();
      for (var node : new Yaml(new SafeConstructor(options)).composeAll(new StringReader(text))) {
        all.add(new YamlTree().tree(node, 0));
        if (all.size() > DOCUMENTS) {
          throw new Unreadable(start, Words.of("policy.documents", DOCUMENTS));
        }
      }
      return all;
    } catch (MarkedYAMLException fault) {
      var at = fault.getProblemMark();
      throw new Unreadable(at == null ? start : place(at), syntax(BrokenYaml.words(fault)));
    } catch (YAMLException fault) {
      var told = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
      throw new Unreadable(start, syntax(Words.of("yaml.broken", told)));
    } catch (IllegalArgumentException _) {
      var trip = BrokenYaml.trip(text);
      throw new Unreadable(trip.place().map(YamlTree::place).orElse(start), syntax(trip.words()));
    }
  }

  private static Words syntax(Words problem) {
    return Words.of("policy.syntax", problem);
  }

  private Written tree(Node node, int depth) throws Unreadable {
    var place = place(node.getStartMark());
    parts++;
    if (depth > DEPTH || parts > PARTS) {
      throw new Unreadable(place, Words.of("policy.deep", DEPTH, PARTS));
    }
    return switch (node) {
      case ScalarNode scalar -> new Written.Leaf(kind(scalar), scalar.getValue(), place);
      case SequenceNode sequence -> {
        var items = new ArrayList<Written>();
        for (var item : sequence.getValue()) {
          items.add(tree(item, depth + 1));
        }
        yield new Written.Items(items, place);
      }
      case MappingNode mapping -> {
        var fields = new ArrayList<Written.Field>();
        for (var pair : mapping.getValue()) {
          fields.add(
              new Written.Field(
                  name(pair.getKeyNode()),
                  place(pair.getKeyNode().getStartMark()),
                  tree(pair.getValueNode(), depth + 1)));
        }
        yield new Written.Fields(fields, place);
      }
      default ->
          throw new Unreadable(place, syntax(Words.of("yaml.broken", node.getNodeId().name())));
    };
  }

  private static String name(Node key) throws Unreadable {
    if (key instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw new Unreadable(place(key.getStartMark()), Words.of("policy.key"));
  }

  /// YAML 1.2 has no times in base 60 and no flags but true and false; the parser still does.
  private static Kind kind(ScalarNode scalar) {
    var tag = scalar.getTag();
    var text = scalar.getValue();
    if (tag.equals(Tag.NULL)) {
      return Kind.NOTHING;
    } else if (tag.equals(Tag.BOOL)) {
      boolean flag = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
      return flag ? Kind.FLAG : Kind.TEXT;
    } else if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return text.contains(":") ? Kind.TEXT : Kind.NUMBER;
    }
    return Kind.TEXT;
  }

  static Place place(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
