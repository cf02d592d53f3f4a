package dev.sluice.drill.prometheus.promql;

/// A piece of a query.
///
/// @param text as it is written; of a string, what it says
/// @param at the offset where it begins
record Token(Type type, String text, int at) {

  enum Type {
    WORD,
    NUMBER,
    DURATION,
    STRING,
    SIGN,
    END
  }

  boolean is(String sign) {
    return type == Type.SIGN && text.equals(sign);
  }

  boolean isWord(String word) {
    return type == Type.WORD && text.equalsIgnoreCase(word);
  }
}
