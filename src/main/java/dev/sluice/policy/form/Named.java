package dev.sluice.policy.form;

import dev.sluice.policy.form.Written.Field;
import dev.sluice.text.Nearest;
import dev.sluice.text.Words;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Fields found by name. A name that stands twice or is not known is a mistake.
public final class Named {
  private final Map<String, Field> fields = new LinkedHashMap<>();

  private Named() {}

  public static Named of(Written.Fields written, Mistakes mistakes) {
    var named = new Named();
    for (var field : written.fields()) {
      if (named.fields.putIfAbsent(field.name(), field) != null) {
        mistakes.add(field.at(), Words.of("policy.twice", field.name()));
      }
    }
    return named;
  }

  /// What stands under that name; a name with nothing after it says nothing.
  public Optional<Written> find(String name) {
    return Optional.ofNullable(fields.get(name)).map(Field::value).filter(v -> !nothing(v));
  }

  /// Notes each name that is not among the `known`, with the nearest one that is.
  ///
  /// @return whether there is none
  public boolean expect(Collection<String> known, Mistakes mistakes) {
    return expect(known, Map.of(), mistakes);
  }

  /// The same, where of some names something else is to be said than that they are unknown.
  public boolean expect(Collection<String> known, Map<String, Words> refused, Mistakes mistakes) {
    boolean all = true;
    for (var field : fields.values()) {
      if (!known.contains(field.name())) {
        all = false;
        mistakes.add(
            field.at(),
            Optional.ofNullable(refused.get(field.name()))
                .orElseGet(() -> unknown(field.name(), known)));
      }
    }
    return all;
  }

  private static Words unknown(String name, Collection<String> known) {
    return Nearest.to(name, known)
        .map(nearest -> Words.of("policy.unknown.nearest", name, nearest))
        .orElseGet(() -> Words.of("policy.unknown", name, String.join(", ", known)));
  }

  private static boolean nothing(Written value) {
    return value instanceof Written.Leaf leaf && leaf.kind() == Written.Kind.NOTHING;
  }
}
