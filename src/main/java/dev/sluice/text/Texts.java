package dev.sluice.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The one place where users' words are looked up. Texts are [MessageFormat] patterns in
/// `assets/messages/messages.properties`; a test holds the keys in the code and in the bundle
/// together, so a key is always written as a literal inside the call.
public final class Texts {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("dev.sluice.assets.messages.messages", Locale.ENGLISH);

  private Texts() {}

  /// Returns the text of `key` with `{0}`, `{1}` … replaced by `args`. Numbers are formatted the
  /// English way; hand in a string where a figure needs its own form.
  ///
  /// @throws java.util.MissingResourceException if the bundle lacks the key
  public static String of(String key, Object... args) {
    return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(args);
  }
}
