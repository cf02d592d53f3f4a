package dev.sluice.drill.api;

import dev.sluice.drill.world.Refusal;

/// resourceVersions in requests.
final class Versions {

  private Versions() {}

  static long parse(String text) {
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException _) {
      throw new Refusal(
          400,
          "BadRequest",
          "resourceVersion: Invalid value: \"" + text + "\": it must be a whole number");
    }
  }

  static Refusal tooLarge(long asked, long now) {
    return new Refusal(
        504, "Timeout", "Too large resource version: " + asked + ", current: " + now);
  }

  static String tooOld(long asked, long now) {
    return "too old resource version: " + asked + " (" + now + ")";
  }
}
