package dev.sluice.drill.prometheus.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a query to pieces.
final class Lexer {
  private static final Pattern BLANK = Pattern.compile("(?:\\s|#[^\n]*)+");
  private static final Pattern WORD = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
  private static final Pattern DURATION =
      Pattern.compile("(?:\\d+(?:ms|[smhdwy]))+(?![a-zA-Z0-9_])");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:0[xX][0-9a-fA-F]+|(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)(?![a-zA-Z0-9_])");
  private static final Pattern SIGN = Pattern.compile("==|!=|=~|!~|<=|>=|[-+*/%^=<>(){}\\[\\],@]");

  private final String query;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String query) {
    this.query = query;
  }

  /// All pieces, the last of them the end.
  static List<Token> tokens(String query) {
    return new Lexer(query).run();
  }

  private List<Token> run() {
    skip();
    while (at < query.length()) {
      next();
      skip();
    }
    tokens.add(new Token(Token.Type.END, "", at));
    return tokens;
  }

  private void skip() {
    var blank = find(BLANK);
    if (blank.lookingAt()) {
      at = blank.end();
    }
  }

  private void next() {
    char c = query.charAt(at);
    if (c == '"' || c == '\'' || c == '`') {
      string(c);
    } else if (!(take(Token.Type.DURATION, DURATION)
        || take(Token.Type.NUMBER, NUMBER)
        || take(Token.Type.WORD, WORD)
        || take(Token.Type.SIGN, SIGN))) {
      throw BadQueryException.at(query, at, "unexpected character: '" + c + "'");
    }
  }

  private boolean take(Token.Type type, Pattern pattern) {
    var matcher = find(pattern);
    if (!matcher.lookingAt()) {
      return false;
    }
    tokens.add(new Token(type, matcher.group(), at));
    at = matcher.end();
    return true;
  }

  private Matcher find(Pattern pattern) {
    return pattern.matcher(query).region(at, query.length());
  }

  private void string(char quote) {
    int start = at++;
    var said = new StringBuilder();
    while (at < query.length() && query.charAt(at) != quote) {
      char c = query.charAt(at++);
      if (c == '\\' && quote != '`' && at < query.length()) {
        said.append(escaped(query.charAt(at++)));
      } else {
        said.append(c);
      }
    }
    if (at == query.length()) {
      throw BadQueryException.at(query, start, "unterminated quoted string");
    }
    at++;
    tokens.add(new Token(Token.Type.STRING, said.toString(), start));
  }

  private char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case '\\', '"', '\'' -> c;
      default ->
          throw BadQueryException.at(
              query, at - 1, "unknown escape sequence U+%04X".formatted((int) c));
    };
  }
}
