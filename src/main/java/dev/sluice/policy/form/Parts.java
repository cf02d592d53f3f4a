package dev.sluice.policy.form;

import dev.sluice.text.Words;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A value of several named parts.
///
/// @param make the value of the parts that were written; those needed are among them
/// @param check what is wrong with the value as a whole, if anything
public record Parts<T>(
    List<Part<T, ?>> parts, Function<Taken, T> make, Function<T, Optional<Words>> check)
    implements Form<T> {

  public Parts {
    parts = List.copyOf(parts);
  }

  /// One named part.
  ///
  /// @param needed whether the value is none without it
  /// @param of the part of a value
  public record Part<T, V>(String name, Form<V> form, boolean needed, Function<T, Optional<V>> of) {

    private void read(Written written, Mistakes mistakes, Map<String, Object> found) {
      form.read(written, mistakes).ifPresent(value -> found.put(name, value));
    }

    private void write(T value, Map<String, Object> tree) {
      of.apply(value).ifPresent(part -> tree.put(name, form.write(part)));
    }
  }

  /// The parts that were written.
  public record Taken(Map<String, Object> found) {

    /// The part of that name, if it was written; its form has made it a `type`.
    public <V> Optional<V> find(String name, Class<V> type) {
      return Optional.ofNullable(found.get(name)).map(type::cast);
    }

    /// The list of that name; empty where none was written.
    public <V> List<V> list(String name, Class<V> of) {
      var list = found.get(name) instanceof List<?> written ? written : List.of();
      return list.stream().<V>map(of::cast).toList();
    }

    /// The part of that name, which is needed.
    public <V> V get(String name, Class<V> type) {
      return find(name, type).orElseThrow();
    }
  }

  @Override
  public Optional<T> read(Written written, Mistakes mistakes) {
    if (!(written instanceof Written.Fields fields)) {
      mistakes.add(written.place(), Words.of("policy.fields", names()));
      return Optional.empty();
    }
    var all = Named.of(fields, mistakes);
    var found = new HashMap<String, Object>();
    boolean whole = all.expect(parts.stream().map(Part::name).toList(), mistakes);
    for (var part : parts) {
      var field = all.find(part.name());
      field.ifPresent(value -> part.read(value, mistakes, found));
      if (field.isEmpty() && part.needed()) {
        mistakes.add(fields.place(), Words.of("policy.missing", part.name()));
      }
      whole &= found.containsKey(part.name()) || (field.isEmpty() && !part.needed());
    }
    return whole
        ? checked(make.apply(new Taken(found)), fields.place(), mistakes)
        : Optional.empty();
  }

  private Optional<T> checked(T value, Place place, Mistakes mistakes) {
    var problem = check.apply(value);
    problem.ifPresent(words -> mistakes.add(place, words));
    return problem.isPresent() ? Optional.empty() : Optional.of(value);
  }

  @Override
  public Map<String, Object> schema() {
    var properties = new LinkedHashMap<String, Object>();
    parts.forEach(part -> properties.put(part.name(), part.form().schema()));
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    schema.put("properties", properties);
    schema.put("required", parts.stream().filter(Part::needed).map(Part::name).toList());
    return schema;
  }

  @Override
  public Object write(T value) {
    var tree = new LinkedHashMap<String, Object>();
    parts.forEach(part -> part.write(value, tree));
    return tree;
  }

  private String names() {
    return String.join(", ", parts.stream().map(Part::name).toList());
  }
}
