package dev.sluice.reports;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the digests of images in what tools write: `shop/checkout@sha256:…`, a package URL with an
/// escaped colon, a folder named after one.
final class Digests {

  private static final Pattern DIGEST = Pattern.compile("(?i)\\bsha256[:_-]([0-9a-f]{64})\\b");
  private static final Pattern HEX = Pattern.compile("(?i)[0-9a-f]{64}");
  private static final String ALGORITHM = "sha256:";

  private Digests() {}

  /// Every digest that those texts name.
  static Set<String> in(Stream<String> texts) {
    return texts
        .flatMap(text -> DIGEST.matcher(unescaped(text)).results())
        .map(match -> ALGORITHM + match.group(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The digest with that hash, if it is one.
  static Optional<String> ofHash(String hex) {
    return HEX.matcher(hex).matches()
        ? Optional.of(ALGORITHM + hex.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private static String unescaped(String text) {
    try {
      return text.indexOf('%') < 0
          ? text
          : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }
}
