package dev.sluice.cluster.policy;

import dev.sluice.policy.Draft;
import dev.sluice.policy.PolicyReading;
import dev.sluice.policy.form.Place;
import dev.sluice.policy.form.Written;
import dev.sluice.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Policies in YAML.
public final class YamlPolicies implements PolicyReading {

  @Override
  public Draft document(String source, String text) {
    try {
      var documents = YamlTree.read(text);
      return documents.size() == 1
          ? Draft.of(source, documents.getFirst())
          : Draft.broken(source, second(documents), number(documents));
    } catch (YamlTree.Unreadable fault) {
      return Draft.broken(source, fault.place(), fault.words());
    }
  }

  @Override
  public List<Draft> file(String source, String text) {
    try {
      var documents = YamlTree.read(text);
      if (documents.isEmpty()) {
        return List.of(Draft.broken(source, second(documents), number(documents)));
      }
      var drafts = new ArrayList<Draft>();
      for (var document : documents) {
        data(document)
            .ifPresentOrElse(
                data -> {
                  unlabelled(source, (Written.Fields) document).ifPresent(drafts::add);
                  drafts.addAll(within(source, text, data));
                },
                () -> drafts.add(Draft.of(source, document)));
      }
      return drafts;
    } catch (YamlTree.Unreadable fault) {
      return List.of(Draft.broken(source, fault.place(), fault.words()));
    }
  }

  /// Where the document begins that is one too many.
  private static Place second(List<Written> documents) {
    return documents.size() < 2 ? new Place(1, 1) : documents.get(1).place();
  }

  private static Words number(List<Written> documents) {
    return documents.isEmpty() ? Words.of("policy.none") : Words.of("policy.one", documents.size());
  }

  /// The data of a ConfigMap's manifest.
  private static Optional<Written.Fields> data(Written document) {
    boolean map =
        document instanceof Written.Fields fields
            && text(fields, "kind").filter("ConfigMap"::equals).isPresent();
    return map ? find((Written.Fields) document, "data") : Optional.empty();
  }

  /// What is wrong with a manifest that no console would find.
  private static Optional<Draft> unlabelled(String source, Written.Fields manifest) {
    boolean found =
        find(manifest, "metadata")
            .flatMap(metadata -> find(metadata, "labels"))
            .filter(labels ->
                labels.fields().stream().anyMatch(label -> label.name().equals(PolicyMap.LABEL)))
            .isPresent();
    return found
        ? Optional.empty()
        : Optional.of(
            Draft.broken(source, manifest.place(), Words.of("policy.unlabelled", PolicyMap.LABEL)));
  }

  private static Optional<Written.Fields> find(Written.Fields fields, String name) {
    return fields.fields().stream()
        .filter(field -> field.name().equals(name))
        .map(Written.Field::value)
        .filter(Written.Fields.class::isInstance)
        .map(Written.Fields.class::cast)
        .findFirst();
  }

  private static Optional<String> text(Written.Fields fields, String name) {
    return fields.fields().stream()
        .filter(field -> field.name().equals(name))
        .map(Written.Field::value)
        .filter(Written.Leaf.class::isInstance)
        .map(value -> ((Written.Leaf) value).text())
        .findFirst();
  }

  private List<Draft> within(String source, String text, Written.Fields data) {
    return data.fields().stream()
        .filter(field -> field.name().endsWith(PolicyMap.SUFFIX))
        .filter(field -> field.value() instanceof Written.Leaf)
        .map(field -> within(source, text, field, (Written.Leaf) field.value()))
        .toList();
  }

  /// A document inside of another: its places are told as they are in the file, as far as it stands
  /// there as a block.
  private Draft within(String source, String text, Written.Field field, Written.Leaf leaf) {
    var draft = document(source + " (" + field.name() + ")", leaf.text());
    var lines = text.lines().toList();
    int begin = leaf.place().line();
    boolean block =
        begin < lines.size() && lines.get(begin - 1).stripTrailing().matches(".*[|][-+0-9]*");
    if (!block) {
      return draft;
    }
    var first = lines.get(begin);
    return draft.moved(begin, first.length() - first.stripLeading().length());
  }
}
