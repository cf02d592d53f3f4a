package dev.sluice.cluster.watch;

import dev.sluice.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
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

  /// What can be asked for.
  enum Type {
    OBJECT,
    LIST,
    TEXT,
    NUMBER,
    FLAG,
    TIME
  }

  private final JsonBytes json;
  private final Path path = new Path();
  private boolean unread = true;
  private int root;
  private @Nullable Words problem;

  private Cursor(JsonBytes json) {
    this.json = json;
  }

  /// Stands on the first value of `in`, which stays the caller's to close.
  static Cursor on(InputStream in, Memory memory) {
    return new Cursor(new JsonBytes(in, memory));
  }

  /// Stands on the first value of that text.
  static Cursor on(byte[] text, Memory memory) {
    return new Cursor(new JsonBytes(text, memory));
  }

  /// Reads one member or element: the cursor stands on its value.
  @FunctionalInterface
  public interface Visit {
    void at(String name) throws IOException;
  }

  /// From here on, places are told relative to the object the cursor stands on.
  void enter() {
    root = path.depth();
    problem = null;
  }

  /// Where, since the object was entered, a value of an unexpected type stood first.
  Optional<Words> problem() {
    return Optional.ofNullable(problem);
  }

  /// Shows each member of the object here to `visit`, by name.
  public void object(Visit visit) throws IOException {
    if (!is(Type.OBJECT) || !opens('{')) {
      return;
    }
    do {
      String name = json.name();
      path.member(name);
      show(visit, name);
    } while (json.another('}'));
    closes();
  }

  /// Shows each element of the list here to `visit`; their names are empty.
  public void list(Visit visit) throws IOException {
    if (!is(Type.LIST) || !opens('[')) {
      return;
    }
    do {
      path.element();
      show(visit, "");
    } while (json.another(']'));
    closes();
  }

  private boolean opens(char first) throws IOException {
    unread = false;
    boolean filled = json.opens(first);
    if (filled && !path.down()) {
      throw json.broken();
    }
    return filled;
  }

  private void show(Visit visit, String name) throws IOException {
    unread = true;
    visit.at(name);
    if (unread) {
      pass();
    }
  }

  private void closes() {
    path.up();
    unread = false;
  }

  /// The text here; empty when absent.
  public String text() throws IOException {
    if (!is(Type.TEXT)) {
      return "";
    }
    unread = false;
    return json.text();
  }

  /// As [#text], for words that come again in other objects.
  public String word() throws IOException {
    if (!is(Type.TEXT)) {
      return "";
    }
    unread = false;
    return json.word();
  }

  /// The text or number here, as text, as Kubernetes' IntOrString fields need it.
  public String textOrNumber() throws IOException {
    return type() == Type.NUMBER ? digits() : text();
  }

  /// The whole number here; 0 when absent.
  public int number() throws IOException {
    return optionalNumber().orElse(0);
  }

  /// The whole number here, if there is one.
  public OptionalInt optionalNumber() throws IOException {
    try {
      return is(Type.NUMBER) ? OptionalInt.of(Integer.parseInt(digits())) : OptionalInt.empty();
    } catch (NumberFormatException _) {
      wrong(Type.NUMBER);
      return OptionalInt.empty();
    }
  }

  /// The whole number here, 64 bits wide; 0 when absent.
  public long wideNumber() throws IOException {
    try {
      return is(Type.NUMBER) ? Long.parseLong(digits()) : 0;
    } catch (NumberFormatException _) {
      wrong(Type.NUMBER);
      return 0;
    }
  }

  private String digits() throws IOException {
    unread = false;
    return json.number();
  }

  /// The truth value here; false when absent.
  public boolean flag() throws IOException {
    if (!is(Type.FLAG)) {
      return false;
    }
    unread = false;
    boolean truth = json.peek() == 't';
    json.literal(truth ? "true" : "false");
    return truth;
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
    var moment = Moments.of(text);
    if (moment.isEmpty()) {
      wrong(Type.TIME);
    }
    return moment;
  }

  private boolean is(Type expected) throws IOException {
    var met = type();
    if (met != null && met != expected) {
      wrong(expected);
    }
    return met == expected;
  }

  /// What stands here; null for `null`.
  @Nullable Type type() throws IOException {
    return switch (json.solid()) {
      case '{' -> Type.OBJECT;
      case '[' -> Type.LIST;
      case '"' -> Type.TEXT;
      case 't', 'f' -> Type.FLAG;
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> Type.NUMBER;
      case 'n' -> null;
      default -> throw json.broken();
    };
  }

  /// Passes over the value here, as is done with what a reader leaves untouched.
  void pass() throws IOException {
    unread = false;
    json.skip();
  }

  private void wrong(Type expected) {
    if (problem == null) {
      var name = expected.name().toLowerCase(Locale.ROOT);
      problem = Words.of("answer.field", path.from(root), Words.of("answer.json." + name));
    }
  }
}
