package dev.sluice.text;

import java.util.List;

/// Words for the user that are not yet words: a key of the message bundle and what fills its gaps.
/// Core and adapters say what happened with these; the window and the command line turn them into a
/// sentence with [Texts].
///
/// @param key a key of `messages.properties`
/// @param args what fills `{0}`, `{1}` …; strings, numbers and nested `Words`
public record Words(String key, List<Object> args) {

  public Words {
    args = List.copyOf(args);
  }

  /// Words of that key, with its gaps filled in order.
  public static Words of(String key, Object... args) {
    return new Words(key, List.of(args));
  }
}
