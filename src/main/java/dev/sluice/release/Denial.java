package dev.sluice.release;

import java.util.Optional;
import java.util.regex.Pattern;

/// A right that is missing, in the API server's own terms, so that somebody can be asked for it.
///
/// @param user whose it is not; empty where that was not said
/// @param resource with its subresource, `rollouts/status`
/// @param group the API group; empty for the core's
public record Denial(
    Optional<String> user, String verb, String resource, String group, String namespace) {

  private static final Pattern SENTENCE =
      Pattern.compile(
          "User \"([^\"]*)\" cannot (\\S+) resource \"([^\"]*)\""
              + "(?: in API group \"([^\"]*)\")? in the namespace \"([^\"]*)\"");

  /// That kind of write in that namespace.
  public static Denial of(Permissions.Kind kind, String namespace) {
    return new Denial(Optional.empty(), "patch", kind.resource(), kind.group(), namespace);
  }

  /// What the API server's sentence says is missing; empty for any other sentence.
  public static Optional<Denial> in(String sentence) {
    return SENTENCE
        .matcher(sentence)
        .results()
        .map(said ->
            new Denial(
                Optional.of(said.group(1)),
                said.group(2),
                said.group(3),
                said.group(4) == null ? "" : said.group(4),
                said.group(5)))
        .findFirst();
  }
}
