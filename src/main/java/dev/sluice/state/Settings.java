package dev.sluice.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the user has chosen. Kept in a file.
///
/// @param textPercent size of everything, 100 to 200
/// @param contexts the contexts to watch; empty for the kubeconfig's current one
/// @param namespaces empty for each context's own
/// @param everywhere every namespace, whatever `namespaces` says
/// @param environments what contexts are for, where their names do not say it
public record Settings(
    Look look,
    int textPercent,
    Times times,
    List<String> contexts,
    List<String> namespaces,
    boolean everywhere,
    Map<String, Environment> environments) {

  /// Before anything was chosen.
  public static final Settings DEFAULT =
      new Settings(Look.SYSTEM, 100, Times.DEFAULT, List.of(), List.of(), true, Map.of());

  private static final int SMALLEST = 100;
  private static final int LARGEST = 200;

  public Settings {
    textPercent = Math.clamp(textPercent, SMALLEST, LARGEST);
    contexts = List.copyOf(contexts);
    namespaces = List.copyOf(namespaces);
    environments = Map.copyOf(environments);
  }

  public Settings with(Look next) {
    return new Settings(next, textPercent, times, contexts, namespaces, everywhere, environments);
  }

  public Settings with(Times next) {
    return new Settings(look, textPercent, next, contexts, namespaces, everywhere, environments);
  }

  public Settings withText(int percent) {
    return new Settings(look, percent, times, contexts, namespaces, everywhere, environments);
  }

  public Settings withContexts(List<String> next) {
    return new Settings(look, textPercent, times, next, namespaces, everywhere, environments);
  }

  /// Watches those namespaces only; with none, each context's own.
  public Settings withNamespaces(List<String> next) {
    return new Settings(look, textPercent, times, contexts, next, false, environments);
  }

  /// Watches every namespace.
  public Settings withEveryNamespace() {
    return new Settings(look, textPercent, times, contexts, List.of(), true, environments);
  }

  public Settings withEnvironments(Map<String, Environment> next) {
    return new Settings(look, textPercent, times, contexts, namespaces, everywhere, next);
  }

  /// Whether both watch the same.
  public boolean watchesAs(Settings other) {
    return contexts.equals(other.contexts)
        && namespaces.equals(other.namespaces)
        && everywhere == other.everywhere;
  }

  /// What they watch.
  public Selection selection() {
    return new Selection(Optional.empty(), contexts, namespaces, everywhere);
  }
}
