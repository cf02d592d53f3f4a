package dev.sluice.cluster.watch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads JSON forward, once, without building a tree. What a reader leaves untouched is skipped.
///
/// A value of another type than asked for does not end the reading: it is taken for absent, and the
/// first such place is kept for [#problem]. Only broken JSON and a broken connection are thrown.
/// One thread uses it.
public final class Cursor {
  private static final JsonFactory FACTORY = new JsonFactory();

  /// What can be asked for.
  private enum Type {
    OBJECT,
    LIST,
    TEXT,
    NUMBER,
    FLAG,
    TIME
  }

  private final JsonParser json;
  private final Strings strings;
  private int root;
  private @Nullable Words problem;

  private Cursor(JsonParser json, Strings strings) {
    this.json = json;
    this.strings = strings;
  }

  /// Stands on the first value of `in`, which stays the caller's to close.
  static Cursor on(InputStream in, Strings strings) throws IOException {
    var json = FACTORY.createParser(in);
    json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    json.nextToken();
    return new Cursor(json, strings);
  }

  /// Stands on the first value of that text.
  static Cursor on(byte[] text, Strings strings) throws IOException {
    var json = FACTORY.createParser(text);
    json.nextToken();
    return new Cursor(json, strings);
  }

  /// Reads one member or element: the cursor stands on its value.
  @FunctionalInterface
  public interface Visit {
    void at(String name) throws IOException;
  }

  /// From here on, places are told relative to the object the cursor stands on.
  void enter() {
    root = json.getParsingContext().getNestingDepth() - 1;
    problem = null;
  }

  /// Where, since the object was entered, a value of an unexpected type stood first.
  Optional<Words> problem() {
    return Optional.ofNullable(problem);
  }

  /// Shows each member of the object here to `visit`, by name.
  public void object(Visit visit) throws IOException {
    if (!is(JsonToken.START_OBJECT, Type.OBJECT)) {
      return;
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      visit.at(name);
      json.skipChildren();
    }
  }

  /// Shows each element of the list here to `visit`; their names are empty.
  public void list(Visit visit) throws IOException {
    if (!is(JsonToken.START_ARRAY, Type.LIST)) {
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      visit.at("");
      json.skipChildren();
    }
  }

  /// The text here; empty when absent.
  public String text() throws IOException {
    return is(JsonToken.VALUE_STRING, Type.TEXT) ? json.getText() : "";
  }

  /// As [#text], for words that come again in other objects.
  public String word() throws IOException {
    return strings.one(text());
  }

  /// The text or number here, as text, as Kubernetes' IntOrString fields need it.
  public String textOrNumber() throws IOException {
    return json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getText() : text();
  }

  /// The whole number here; 0 when absent.
  public int number() throws IOException {
    return optionalNumber().orElse(0);
  }

  /// The whole number here, if there is one.
  public OptionalInt optionalNumber() throws IOException {
    if (!is(JsonToken.VALUE_NUMBER_INT, Type.NUMBER)) {
      return OptionalInt.empty();
    }
    if (json.getNumberType() != JsonParser.NumberType.INT) {
      wrong(Type.NUMBER);
      return OptionalInt.empty();
    }
    return OptionalInt.of(json.getIntValue());
  }

  /// The whole number here, 64 bits wide; 0 when absent.
  public long wideNumber() throws IOException {
    if (!is(JsonToken.VALUE_NUMBER_INT, Type.NUMBER)) {
      return 0;
    }
    if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      wrong(Type.NUMBER);
      return 0;
    }
    return json.getLongValue();
  }

  /// The truth value here; false when absent.
  public boolean flag() throws IOException {
    if (json.currentToken() == JsonToken.VALUE_TRUE) {
      return true;
    }
    is(JsonToken.VALUE_FALSE, Type.FLAG);
    return false;
  }

  /// The RFC 3339 time here, if there is one.
  public Optional<Instant> time() throws IOException {
    return Optional.of(text()).filter(t -> !t.isEmpty()).flatMap(this::parsed);
  }

  /// The members of the object here whose names are wanted, with their texts.
  public Map<String, String> texts(Set<String> wanted) throws IOException {
    return texts(wanted::contains);
  }

  /// As [#texts(Set)], by a rule for the names.
  Map<String, String> texts(Predicate<String> wanted) throws IOException {
    var found = new HashMap<String, String>();
    object(name -> {
      if (wanted.test(name)) {
        found.put(name, word());
      }
    });
    return Map.copyOf(found);
  }

  private Optional<Instant> parsed(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      wrong(Type.TIME);
      return Optional.empty();
    }
  }

  private boolean is(JsonToken expected, Type type) {
    JsonToken token = json.currentToken();
    if (token == expected) {
      return true;
    }
    if (token != JsonToken.VALUE_NULL) {
      wrong(type);
    }
    return false;
  }

  private void wrong(Type expected) {
    if (problem == null) {
      var name = expected.name().toLowerCase(Locale.ROOT);
      problem = Words.of("answer.field", place(), Words.of("answer.json." + name));
    }
  }

  private String place() {
    var place = new StringBuilder();
    var at = json.getParsingContext().pathAsPointer();
    for (int skip = root; skip > 0; skip--) {
      at = at.tail();
    }
    for (; !at.matches(); at = at.tail()) {
      if (at.getMatchingIndex() >= 0) {
        place.append('[').append(at.getMatchingIndex()).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(at.getMatchingProperty());
      }
    }
    return place.toString();
  }
}
