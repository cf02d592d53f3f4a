package dev.sluice.cluster.watch;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What every object of the API server carries.
///
/// @param owner uid of the object that controls it, empty for none
/// @param leaving whether its deletion has begun
/// @param labels those its [Kind] keeps
/// @param annotations those its [Kind] keeps
/// @param write the newest one, by `managedFields`, where its [Kind] asks for it
public record Meta(
    String namespace,
    String name,
    String uid,
    String resourceVersion,
    long generation,
    Optional<Instant> created,
    String owner,
    boolean leaving,
    Map<String, String> labels,
    Map<String, String> annotations,
    Optional<Write> write) {

  /// Who wrote, and when. A manager is a program by the name it gives itself: `kubectl-edit`, a
  /// GitOps controller, and not a person.
  public record Write(String manager, Instant at) {}

  /// `namespace/name`.
  public String place() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }

  /// Collects the fields of one object's `metadata`.
  static final class Reader {
    private final Predicate<String> kept;
    private final boolean signed;
    private String namespace = "";
    private String name = "";
    private String uid = "";
    private String resourceVersion = "";
    private long generation;
    private Optional<Instant> created = Optional.empty();
    private String owner = "";
    private boolean leaving;
    private Map<String, String> labels = Map.of();
    private Map<String, String> annotations = Map.of();
    private Optional<Write> write = Optional.empty();

    Reader(Predicate<String> kept, boolean signed) {
      this.kept = kept;
      this.signed = signed;
    }

    void field(String field, Cursor in) throws IOException {
      switch (field) {
        case "namespace" -> namespace = in.word();
        case "name" -> name = in.text();
        case "uid" -> uid = in.text();
        case "resourceVersion" -> resourceVersion = in.text();
        case "generation" -> generation = in.wideNumber();
        case "creationTimestamp" -> created = in.time();
        case "deletionTimestamp" -> leaving = in.time().isPresent();
        case "managedFields" -> managedFields(in);
        case "ownerReferences" -> in.list(_ -> ownerReference(in));
        case "labels" -> labels = in.texts(kept);
        case "annotations" -> annotations = in.texts(kept);
        default -> {}
      }
    }

    private void managedFields(Cursor in) throws IOException {
      if (signed) {
        in.list(_ -> {
          var one = new ManagedFields();
          in.object(field -> one.field(field, in));
          write = one.write().filter(this::newer).or(() -> write);
        });
      }
    }

    private boolean newer(Write other) {
      return write.isEmpty() || !other.at().isBefore(write.get().at());
    }

    private void ownerReference(Cursor in) throws IOException {
      var reference = new OwnerReference();
      in.object(field -> reference.field(field, in));
      if (reference.controller) {
        owner = reference.uid;
      }
    }

    Meta done() {
      return new Meta(
          namespace,
          name,
          uid,
          resourceVersion,
          generation,
          created,
          owner,
          leaving,
          labels,
          annotations,
          write);
    }
  }

  private static final class ManagedFields {
    private String manager = "";
    private Optional<Instant> time = Optional.empty();

    void field(String field, Cursor in) throws IOException {
      switch (field) {
        case "manager" -> manager = in.word();
        case "time" -> time = in.time();
        default -> {}
      }
    }

    Optional<Write> write() {
      return time.filter(_ -> !manager.isEmpty()).map(at -> new Write(manager, at));
    }
  }

  private static final class OwnerReference {
    private String uid = "";
    private boolean controller;

    void field(String field, Cursor in) throws IOException {
      switch (field) {
        case "uid" -> uid = in.word();
        case "controller" -> controller = in.flag();
        default -> {}
      }
    }
  }
}
