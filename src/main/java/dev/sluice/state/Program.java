package dev.sluice.state;

import java.util.List;

/// A program that a kubeconfig wants to run for a context's credentials.
///
/// @param path absolute, links resolved
/// @param sha256 of the file, lower-case hexadecimal
/// @param arguments as the kubeconfig gives them
/// @param approval the command that approves it, from where the user stands
public record Program(
    String context, String path, String sha256, List<String> arguments, String approval) {
  public Program {
    arguments = List.copyOf(arguments);
  }
}
