package dev.sluice.cluster.argo.objects;

import dev.sluice.cluster.watch.Cursor;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// One of an object's conditions, as far as it is read.
final class Condition {
  String type = "";
  String status = "";
  Optional<Instant> since = Optional.empty();

  void field(String field, Cursor in) throws IOException {
    switch (field) {
      case "type" -> type = in.word();
      case "status" -> status = in.word();
      case "lastTransitionTime" -> since = in.time();
      default -> {}
    }
  }
}
