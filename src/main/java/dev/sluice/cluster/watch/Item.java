package dev.sluice.cluster.watch;

import dev.sluice.text.Words;
import java.io.IOException;
import java.util.Optional;

/// One object as it was read.
///
/// @param record empty when it is of no interest or could not be understood
/// @param problem what could not be understood
/// @param <T> the slim record
public record Item<T>(Meta meta, Optional<T> record, Optional<Words> problem) {

  /// Reads the object the cursor stands on.
  static <T> Item<T> read(Cursor in, Kind<T> kind) throws IOException {
    in.enter();
    var meta = new Meta.Reader(kind::keeps, kind.signed());
    var body = kind.reader();
    in.object(field -> {
      if (field.equals("metadata")) {
        in.object(inner -> meta.field(inner, in));
      } else {
        body.field(field, in);
      }
    });
    Meta done = meta.done();
    return in.problem().isPresent()
        ? new Item<>(done, Optional.empty(), in.problem())
        : new Item<>(done, body.done(done), Optional.empty());
  }
}
