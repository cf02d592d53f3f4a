package dev.sluice.cluster.argo.objects;

import dev.sluice.cluster.watch.Cursor;
import dev.sluice.cluster.watch.Kind;
import dev.sluice.cluster.watch.Meta;
import dev.sluice.release.Image;
import dev.sluice.release.PodHealth;
import dev.sluice.release.Revision;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The ReplicaSets that Argo's controller made.
public final class ReplicaSets implements Kind<ReplicaSet> {
  private static final String SCALE_DOWN_DEADLINE = "scale-down-deadline";
  private static final Set<String> KEPT =
      Set.of(Rollout.HASH, Rollout.REVISION, SCALE_DOWN_DEADLINE);

  @Override
  public String group() {
    return "/apis/apps/v1";
  }

  @Override
  public String plural() {
    return "replicasets";
  }

  @Override
  public String narrowing() {
    return "labelSelector=" + Rollout.HASH;
  }

  @Override
  public Set<String> kept() {
    return KEPT;
  }

  @Override
  public Reader<ReplicaSet> reader() {
    return new Fields();
  }

  private static final class Fields implements Reader<ReplicaSet> {
    private final List<Image> images = new ArrayList<>();
    private int desired = 1;
    private int ready;
    private int available;

    @Override
    public void field(String field, Cursor in) throws IOException {
      switch (field) {
        case "spec" -> in.object(inner -> spec(inner, in));
        case "status" -> in.object(inner -> status(inner, in));
        default -> {}
      }
    }

    private void spec(String field, Cursor in) throws IOException {
      switch (field) {
        case "replicas" -> desired = in.optionalNumber().orElse(1);
        case "template" -> in.object(inner -> template(inner, in));
        default -> {}
      }
    }

    private void template(String field, Cursor in) throws IOException {
      if (field.equals("spec")) {
        in.object(inner -> {
          if (inner.equals("containers")) {
            in.list(_ -> images.add(image(in)));
          }
        });
      }
    }

    private static Image image(Cursor in) throws IOException {
      var found = in.texts(Set.of("name", "image"));
      return new Image(found.getOrDefault("name", ""), found.getOrDefault("image", ""));
    }

    private void status(String field, Cursor in) throws IOException {
      switch (field) {
        case "readyReplicas" -> ready = in.number();
        case "availableReplicas" -> available = in.number();
        default -> {}
      }
    }

    @Override
    public Optional<ReplicaSet> done(Meta meta) {
      var revision =
          new Revision(
              number(meta.annotations().getOrDefault(Rollout.REVISION, "")),
              meta.labels().getOrDefault(Rollout.HASH, ""),
              meta.name(),
              images,
              meta.created().orElse(Instant.EPOCH),
              desired,
              ready,
              available,
              PodHealth.NONE,
              deadline(meta));
      return Optional.of(new ReplicaSet(meta.uid(), meta.owner(), revision));
    }

    private static int number(String text) {
      return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static Optional<Instant> deadline(Meta meta) {
      try {
        return Optional.ofNullable(meta.annotations().get(SCALE_DOWN_DEADLINE))
            .filter(text -> !text.isEmpty())
            .map(text -> OffsetDateTime.parse(text).toInstant());
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
  }
}
