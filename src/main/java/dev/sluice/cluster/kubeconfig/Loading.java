package dev.sluice.cluster.kubeconfig;

import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads and merges kubeconfigs as kubectl does: the first file to name an entry has it whole, and
/// the first to set `current-context` sets it.
final class Loading {
  private static final String NO_FILE = "kubeconfig";

  private final Sources sources;
  private final LinkedHashMap<String, Result<Cluster>> clusters = new LinkedHashMap<>();
  private final LinkedHashMap<String, Result<User>> users = new LinkedHashMap<>();
  private final LinkedHashMap<String, Mapping> contexts = new LinkedHashMap<>();
  private Optional<String> current = Optional.empty();

  Loading(Sources sources) {
    this.sources = sources;
  }

  Kubeconfig load() {
    var files = sources.files();
    if (files.isEmpty()) {
      return InCluster.of(sources).orElseGet(() -> none(Words.of("kubeconfig.none")));
    }
    var findings = files.stream().map(this::merge).toList();
    var resolved = new LinkedHashMap<String, Result<Context>>();
    contexts.forEach((name, context) -> resolved.put(name, resolve(name, context)));
    var problems = new ArrayList<Failure>();
    findings.forEach(found -> problems.addAll(found.all()));
    var read = files.stream().map(Path::toString).collect(Collectors.joining(", "));
    return new Kubeconfig(read, resolved, current, problems);
  }

  private Findings merge(Path file) {
    var absolute = file.toAbsolutePath();
    var findings = new Findings(file.toString());
    YamlReader.read(absolute, findings)
        .map(root ->
            KubeconfigFile.of(root, Optional.ofNullable(absolute.getParent()).orElse(absolute)))
        .ifPresent(read -> {
          read.clusters().forEach(clusters::putIfAbsent);
          read.users().forEach(users::putIfAbsent);
          read.contexts().forEach(contexts::putIfAbsent);
          current = current.or(read::current);
        });
    return findings;
  }

  private Result<Context> resolve(String name, Mapping context) {
    var cluster = context.needed("cluster");
    var user = context.text("user");
    var namespace = context.text("namespace");
    if (!cluster.isEmpty() && !clusters.containsKey(cluster)) {
      context.wrong("cluster", Words.of("kubeconfig.nocluster", cluster));
    }
    if (user.isPresent() && !users.containsKey(user.get())) {
      context.wrong("user", Words.of("kubeconfig.nouser", user.get()));
    }
    var broken = context.broken();
    if (broken.isPresent()) {
      return Result.failed(broken.get());
    }
    Result<User> who =
        user.map(known -> Objects.requireNonNull(users.get(known)))
            .orElseGet(() -> Result.ok(User.anonymous()));
    return Objects.requireNonNull(clusters.get(cluster))
        .then(where -> who.map(known -> new Context(name, where, known, namespace)));
  }

  private static Kubeconfig none(Words problem) {
    return new Kubeconfig(
        NO_FILE,
        new LinkedHashMap<>(),
        Optional.empty(),
        List.of(new Failure.BadInput(NO_FILE, 0, 0, problem)));
  }
}
