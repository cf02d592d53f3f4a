package dev.sluice.policy.form;

import dev.sluice.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A list of values of one form.
///
/// @param most how many it may have
/// @param check what is wrong with the list as a whole, if anything
public record Many<T>(Form<T> of, int most, Function<List<T>, Optional<Words>> check)
    implements Form<List<T>> {

  /// A list in which anything may stand beside anything.
  public static <T> Many<T> of(Form<T> form, int most) {
    return new Many<>(form, most, _ -> Optional.empty());
  }

  @Override
  public Optional<List<T>> read(Written written, Mistakes mistakes) {
    if (!(written instanceof Written.Items(var items, var place))) {
      mistakes.add(written.place(), Words.of("policy.list"));
      return Optional.empty();
    }
    if (items.size() > most) {
      mistakes.add(place, Words.of("policy.list.long", most));
      return Optional.empty();
    }
    var values = new ArrayList<T>();
    items.forEach(item -> of.read(item, mistakes).ifPresent(values::add));
    if (values.size() < items.size()) {
      return Optional.empty();
    }
    var problem = check.apply(values);
    problem.ifPresent(words -> mistakes.add(place, words));
    return problem.isPresent() ? Optional.empty() : Optional.of(List.copyOf(values));
  }

  @Override
  public Map<String, Object> schema() {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "array");
    schema.put("maxItems", most);
    schema.put("items", of.schema());
    return schema;
  }

  @Override
  public Object write(List<T> values) {
    return values.stream().map(of::write).toList();
  }
}
