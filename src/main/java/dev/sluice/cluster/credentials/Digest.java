package dev.sluice.cluster.credentials;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/// SHA-256 in lower-case hexadecimal.
final class Digest {
  private Digest() {}

  static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /// Of texts in order; their lengths go in too, so that no two lists look alike.
  static String of(Collection<String> texts) {
    var joined = new StringBuilder().append(texts.size());
    texts.forEach(text -> joined.append(';').append(text.length()).append(':').append(text));
    return of(joined.toString().getBytes(StandardCharsets.UTF_8));
  }
}
