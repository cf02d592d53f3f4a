package dev.sluice.cluster.argo.objects;

import dev.sluice.cluster.watch.Cursor;
import dev.sluice.cluster.watch.Kind;
import dev.sluice.cluster.watch.Meta;
import dev.sluice.release.Autoscaler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The HorizontalPodAutoscalers of Rollouts, `autoscaling/v2`; all others are of no interest.
public final class Scalings implements Kind<Scaling> {

  @Override
  public String group() {
    return "/apis/autoscaling/v2";
  }

  @Override
  public String plural() {
    return "horizontalpodautoscalers";
  }

  @Override
  public Set<String> kept() {
    return Set.of();
  }

  @Override
  public Reader<Scaling> reader() {
    return new Fields();
  }

  private static final class Fields implements Reader<Scaling> {
    private Map<String, String> target = Map.of();
    private OptionalInt least = OptionalInt.empty();
    private OptionalInt most = OptionalInt.empty();

    @Override
    public void field(String field, Cursor in) throws IOException {
      if (field.equals("spec")) {
        in.object(inner -> spec(inner, in));
      }
    }

    private void spec(String field, Cursor in) throws IOException {
      switch (field) {
        case "scaleTargetRef" -> target = in.texts(Set.of("kind", "name"));
        case "minReplicas" -> least = in.optionalNumber();
        case "maxReplicas" -> most = in.optionalNumber();
        default -> {}
      }
    }

    @Override
    public Optional<Scaling> done(Meta meta) {
      return Optional.of(target)
          .filter(ref -> "Rollout".equals(ref.get("kind")))
          .map(ref ->
              new Scaling(
                  meta.uid(),
                  meta.namespace(),
                  ref.getOrDefault("name", ""),
                  new Autoscaler(meta.name(), least.orElse(1), most.orElse(1))));
    }
  }
}
