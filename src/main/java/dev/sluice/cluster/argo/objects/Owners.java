package dev.sluice.cluster.argo.objects;

import dev.sluice.cluster.watch.Meta;
import dev.sluice.release.Owner;
import java.util.Optional;
import java.util.Set;

/// Tells from labels and annotations who writes a manifest. The strongest mark wins: Argo CD's
/// tracking id when it names this very object, Flux's labels, Helm's own annotation; the plain
/// instance label is only a hint, which Argo CD used before it had the tracking id.
public final class Owners {
  private static final String TRACKING = "argocd.argoproj.io/tracking-id";
  private static final String KUSTOMIZE = "kustomize.toolkit.fluxcd.io/";
  private static final String HELM_RELEASE = "helm.toolkit.fluxcd.io/";
  private static final String HELM = "meta.helm.sh/release-name";
  private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
  private static final String INSTANCE = "app.kubernetes.io/instance";

  /// The labels and annotations that are looked at.
  static final Set<String> MARKS =
      Set.of(
          TRACKING,
          KUSTOMIZE + "name",
          KUSTOMIZE + "namespace",
          HELM_RELEASE + "name",
          HELM_RELEASE + "namespace",
          HELM,
          MANAGED_BY,
          INSTANCE);

  private Owners() {}

  /// Who writes that Rollout's manifest.
  public static Owner of(Meta meta) {
    return tracked(meta)
        .or(() -> flux(meta, KUSTOMIZE))
        .or(() -> flux(meta, HELM_RELEASE))
        .or(() -> helm(meta))
        .or(() -> label(meta, INSTANCE).map(name -> new Owner.ArgoCd(name, false)))
        .orElseGet(Owner.Nobody::new);
  }

  /// `application:group/kind:namespace/name`; one copied from another object is not believed.
  private static Optional<Owner> tracked(Meta meta) {
    var id = Optional.ofNullable(meta.annotations().get(TRACKING));
    return id.filter(text -> text.endsWith(":argoproj.io/Rollout:" + meta.place()))
        .map(text -> new Owner.ArgoCd(text.substring(0, text.indexOf(':'))));
  }

  private static Optional<Owner> flux(Meta meta, String prefix) {
    return label(meta, prefix + "name")
        .map(name -> label(meta, prefix + "namespace").map(ns -> ns + "/" + name).orElse(name))
        .map(Owner.Flux::new);
  }

  private static Optional<Owner> helm(Meta meta) {
    var release = Optional.ofNullable(meta.annotations().get(HELM));
    return release
        .or(() ->
            label(meta, MANAGED_BY)
                .filter("Helm"::equals)
                .map(_ -> label(meta, INSTANCE).orElse(meta.name())))
        .map(Owner.Helm::new);
  }

  private static Optional<String> label(Meta meta, String name) {
    return Optional.ofNullable(meta.labels().get(name));
  }
}
