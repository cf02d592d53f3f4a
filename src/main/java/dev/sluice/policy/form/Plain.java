package dev.sluice.policy.form;

import dev.sluice.policy.form.Written.Leaf;
import dev.sluice.text.Words;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A single value.
///
/// @param expected what to write, for people
/// @param text what a text must look like; absent where a text is no such value
/// @param range which numbers are such a value; absent where none is
/// @param flag whether true and false are such values
/// @param reading the meaning of what looks right; empty where it has none all the same
public record Plain<T>(
    Words expected,
    @Nullable Pattern text,
    @Nullable Range range,
    boolean flag,
    Function<String, Optional<T>> reading,
    Function<T, Object> writing)
    implements Form<T> {

  /// Numbers from `least` to `most`.
  ///
  /// @param whole without a fraction
  public record Range(String least, String most, boolean whole) {

    boolean holds(String number) {
      try {
        var value = new BigDecimal(number);
        boolean sane = Math.abs(value.scale()) <= 20 && value.precision() <= 20;
        return sane
            && value.compareTo(new BigDecimal(least)) >= 0
            && value.compareTo(new BigDecimal(most)) <= 0
            && (!whole || value.stripTrailingZeros().scale() <= 0);
      } catch (NumberFormatException _) {
        return false;
      }
    }
  }

  @Override
  public Optional<T> read(Written written, Mistakes mistakes) {
    Optional<T> value =
        written instanceof Leaf leaf && fits(leaf) ? reading.apply(leaf.text()) : Optional.empty();
    if (value.isEmpty()) {
      mistakes.add(written.place(), Words.of("policy.expected", expected));
    }
    return value;
  }

  private boolean fits(Leaf leaf) {
    return switch (leaf.kind()) {
      case TEXT -> text != null && text.matcher(leaf.text()).matches();
      case NUMBER -> range != null && range.holds(leaf.text());
      case FLAG -> flag;
      case NOTHING -> false;
    };
  }

  @Override
  public Map<String, Object> schema() {
    var kinds = new java.util.ArrayList<Object>();
    var schema = new LinkedHashMap<String, Object>();
    if (text != null) {
      kinds.add("string");
      schema.put("pattern", "^(?:" + text.pattern() + ")$");
    }
    if (range != null) {
      kinds.add(range.whole() ? "integer" : "number");
      schema.put("minimum", new BigDecimal(range.least()));
      schema.put("maximum", new BigDecimal(range.most()));
    }
    if (flag) {
      kinds.add("boolean");
    }
    schema.put("type", kinds.size() == 1 ? kinds.getFirst() : List.copyOf(kinds));
    return schema;
  }

  @Override
  public Object write(T value) {
    return writing.apply(value);
  }
}
