package dev.sluice.cluster.kubeconfig;

import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Nearest;
import dev.sluice.text.Words;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Every context that this user has, merged from all files. A context that cannot be used is a
/// failure in its place and harms no other.
///
/// @param files what was read, as users know it
/// @param contexts by name, in the files' order
/// @param problems every mistake found, those of unused entries and unreadable files too
public record Kubeconfig(
    String files,
    SequencedMap<String, Result<Context>> contexts,
    Optional<String> current,
    List<Failure> problems) {

  public Kubeconfig {
    contexts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(contexts));
    problems = List.copyOf(problems);
  }

  /// Reads the files, or, when there are none and this is a pod, its service account as the context
  /// `in-cluster`. Runs nothing and reads no certificate or token yet.
  public static Kubeconfig load(Sources sources) {
    return new Loading(sources).load();
  }

  /// The context of that name.
  public Result<Context> context(String name) {
    var context = contexts.get(name);
    return context == null ? failed(unknown(name)) : context;
  }

  private Words unknown(String name) {
    String all = String.join(", ", contexts.keySet());
    return Nearest.to(name, contexts.keySet())
        .map(near -> Words.of("kubeconfig.nocontext.nearest", name, near, all))
        .orElseGet(() -> Words.of("kubeconfig.nocontext", name, all));
  }

  /// The context that kubectl would use.
  public Result<Context> currentContext() {
    if (contexts.isEmpty()) {
      return failed(Words.of("kubeconfig.empty"));
    }
    return current.isPresent()
        ? context(current.get())
        : failed(Words.of("kubeconfig.nocurrent", String.join(", ", contexts.keySet())));
  }

  private Result<Context> failed(Words problem) {
    return Result.failed(new Failure.BadInput(files, 0, 0, problem));
  }
}
