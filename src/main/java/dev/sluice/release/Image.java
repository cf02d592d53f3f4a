package dev.sluice.release;

import java.util.Optional;

/// A container's image as the manifest names it, for example
/// `registry.example/shop/checkout:v1.9.0@sha256:ab…`.
public record Image(String container, String reference) {

  /// The digest with its algorithm, when the reference is pinned.
  public Optional<String> digest() {
    int at = reference.indexOf('@');
    return at < 0 ? Optional.empty() : named(reference.substring(at + 1));
  }

  /// The tag, when there is one.
  public Optional<String> tag() {
    String name = withoutDigest();
    int colon = name.indexOf(':', name.lastIndexOf('/') + 1);
    return colon < 0 ? Optional.empty() : named(name.substring(colon + 1));
  }

  /// What people call this version: the tag, else the shortened digest, else `latest`.
  public String version() {
    return tag().or(() -> digest().map(Image::shortened)).orElse("latest");
  }

  private static Optional<String> named(String part) {
    return part.isEmpty() ? Optional.empty() : Optional.of(part);
  }

  private String withoutDigest() {
    int at = reference.indexOf('@');
    return at < 0 ? reference : reference.substring(0, at);
  }

  private static String shortened(String digest) {
    int from = digest.indexOf(':') + 1;
    return digest.substring(0, Math.min(digest.length(), from + 8));
  }
}
