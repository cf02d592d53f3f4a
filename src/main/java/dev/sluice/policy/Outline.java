package dev.sluice.policy;

import dev.sluice.policy.form.Forms;
import dev.sluice.policy.form.Mistakes;
import dev.sluice.policy.form.Named;
import dev.sluice.policy.form.Written;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The terms as they stand in a document: sections within sections.
final class Outline {

  static final String VERSION = "sluice.dev/v1";
  static final String KIND = "Policy";

  /// All that can be said below the document's head.
  static final Outline ALL = new Outline("", Terms.all());

  private final String prefix;
  private final Map<String, Term<?>> terms = new LinkedHashMap<>();
  private final Map<String, Outline> sections = new LinkedHashMap<>();

  private Outline(String prefix, List<Term<?>> within) {
    this.prefix = prefix;
    var deeper = new LinkedHashMap<String, List<Term<?>>>();
    for (var term : within) {
      var rest = term.path().substring(prefix.length());
      int dot = rest.indexOf('.');
      if (dot < 0) {
        terms.put(rest, term);
      } else {
        deeper.computeIfAbsent(rest.substring(0, dot), _ -> new ArrayList<>()).add(term);
      }
    }
    deeper.forEach((name, inner) -> sections.put(name, new Outline(prefix + name + ".", inner)));
  }

  /// Everything a document says; each mistake is noted.
  static List<Term.Said<?>> read(Written written, Mistakes mistakes) {
    var said = new ArrayList<Term.Said<?>>();
    if (written instanceof Written.Fields fields) {
      var named = Named.of(fields, mistakes);
      head(named, fields, mistakes);
      ALL.read(named, List.of("apiVersion", "kind"), mistakes, said::add);
    } else {
      mistakes.add(written.place(), Words.of("policy.document"));
    }
    return said;
  }

  private static void head(Named named, Written.Fields fields, Mistakes mistakes) {
    Map.of("apiVersion", VERSION, "kind", KIND)
        .forEach((name, word) ->
            named
                .find(name)
                .ifPresentOrElse(
                    value -> {
                      var _ = Forms.choice(List.of(word)).read(value, mistakes);
                    },
                    () -> mistakes.add(fields.place(), Words.of("policy.head", name, word))));
  }

  private void read(
      Named named, List<String> head, Mistakes mistakes, Consumer<Term.Said<?>> said) {
    var known = new ArrayList<>(head);
    known.addAll(terms.keySet());
    known.addAll(sections.keySet());
    boolean _ = named.expect(known, unkept(), mistakes);
    terms.forEach((name, term) ->
        named.find(name).flatMap(value -> term.read(value, mistakes)).ifPresent(said));
    sections.forEach((name, section) ->
        named.find(name).ifPresent(value -> section.within(value, mistakes, said)));
  }

  /// Names here that would ask for what nothing keeps, with what is said of them.
  private Map<String, Words> unkept() {
    var all = new LinkedHashMap<String, Words>();
    for (var path : Terms.UNKEPT) {
      if (path.startsWith(prefix) && path.indexOf('.', prefix.length()) < 0) {
        all.put(path.substring(prefix.length()), Words.of("policy.unkept", path));
      }
    }
    return all;
  }

  private void within(Written written, Mistakes mistakes, Consumer<Term.Said<?>> said) {
    if (written instanceof Written.Fields fields) {
      read(Named.of(fields, mistakes), List.of(), mistakes, said);
    } else {
      var names = new ArrayList<>(terms.keySet());
      names.addAll(sections.keySet());
      mistakes.add(written.place(), Words.of("policy.fields", String.join(", ", names)));
    }
  }

  /// As JSON Schema has it.
  Map<String, Object> schema() {
    var properties = new LinkedHashMap<String, Object>();
    terms.forEach((name, term) -> properties.put(name, described(term)));
    sections.forEach((name, section) -> properties.put(name, section.schema()));
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    schema.put("properties", properties);
    return schema;
  }

  private static Map<String, Object> described(Term<?> term) {
    var schema = new LinkedHashMap<>(term.form().schema());
    schema.put("description", Texts.of("policy.term." + term.path()));
    term.usually().ifPresent(usual -> schema.put("default", usual));
    return schema;
  }
}
