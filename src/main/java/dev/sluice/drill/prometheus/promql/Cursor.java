package dev.sluice.drill.prometheus.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Goes through a query piece by piece.
final class Cursor {
  private final String query;
  private final List<Token> tokens;
  private int at;

  Cursor(String query) {
    this.query = query;
    this.tokens = Lexer.tokens(query);
  }

  Token peek() {
    return tokens.get(at);
  }

  Token after() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  Token next() {
    var token = peek();
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  boolean skip(String sign) {
    if (peek().is(sign) || peek().isWord(sign)) {
      next();
      return true;
    }
    return false;
  }

  void need(String sign) {
    if (!skip(sign)) {
      throw unexpected("expected \"" + sign + "\"");
    }
  }

  Token need(Token.Type type, String what) {
    if (peek().type() != type) {
      throw unexpected("expected " + what);
    }
    return next();
  }

  /// What stands between two signs, with commas in between and maybe one at the end.
  <T> List<T> list(String open, String close, Supplier<T> item) {
    need(open);
    List<T> items = new ArrayList<>();
    while (!peek().is(close)) {
      items.add(item.get());
      if (!peek().is(close)) {
        need(",");
      }
    }
    need(close);
    return items;
  }

  BadQueryException unexpected(String wanted) {
    var token = peek();
    var found = token.type() == Token.Type.END ? "end of input" : "\"" + token.text() + "\"";
    return wrong(token, "unexpected " + found + (wanted.isEmpty() ? "" : ", " + wanted));
  }

  BadQueryException wrong(Token where, String problem) {
    return BadQueryException.at(query, where.at(), problem);
  }
}
