package dev.sluice.text;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// The one place where users' words are looked up. Texts are [MessageFormat] patterns in
/// `assets/messages/messages.properties`. A test holds the keys in the code and in the bundle
/// together, so a key is a literal inside the call, or a literal prefix ending in a dot.
public final class Texts {
  /// By its name and kind alone: looking for any other would go through every jar.
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle(
          "dev.sluice.assets.messages.messages",
          Locale.ROOT,
          Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));

  private Texts() {}

  /// Returns the text of `key` with `{0}`, `{1}` … replaced by `args`: words by their own text, a
  /// duration as people say it, a number the English way.
  ///
  /// @throws java.util.MissingResourceException if the bundle lacks the key
  public static String of(String key, Object... args) {
    Object[] said = Arrays.stream(args).map(Texts::said).toArray();
    return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(said);
  }

  /// Returns the sentence that these words stand for.
  public static String of(Words words) {
    return of(words.key(), words.args().toArray());
  }

  /// Returns the same where it begins a line, which is in upper case; a name or a figure that it
  /// begins with stays as it is.
  public static String line(Words words) {
    String text = of(words);
    return ours(words) ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text;
  }

  /// Whether the first word is the bundle's own.
  private static boolean ours(Words words) {
    String pattern = BUNDLE.getString(words.key());
    return pattern.startsWith("{0}")
        ? words.args().getFirst() instanceof Words first && ours(first)
        : !pattern.isEmpty();
  }

  /// Returns those words as a sentence: with a full stop, where they end in no mark of their own.
  public static String sentence(String words) {
    return words.matches("(?s).*[.?!…]") ? words : words + ".";
  }

  /// Returns a duration to two units at most: `0.2 s`, `14 s`, `17:50 min`, `2:05 h`, `3 d`.
  public static String of(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 10 && duration.toMillisPart() >= 50) {
      return String.format(Locale.ENGLISH, "%.1f s", duration.toMillis() / 1e3);
    } else if (seconds < 60) {
      return seconds + " s";
    } else if (seconds < 3600) {
      return clock(duration.toMinutes(), duration.toSecondsPart()) + " min";
    } else if (seconds < 2 * 86_400) {
      return clock(duration.toHours(), duration.toMinutesPart()) + " h";
    }
    return duration.toDays() + " d";
  }

  private static String clock(long large, int small) {
    return small == 0 ? "" + large : String.format(Locale.ENGLISH, "%d:%02d", large, small);
  }

  private static Object said(Object arg) {
    return switch (arg) {
      case Words words -> of(words);
      case Duration duration -> of(duration);
      case Object other -> other;
    };
  }
}
