package dev.sluice.act;

import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Errands and answers for tests.
public final class Errands {

  public static final Action PROMOTE = new Action.Promote();
  public static final Action BACK = new Action.RollBack("a");

  private Errands() {}

  public static Errand errand(long id, Action action, Release armed, Instant begun) {
    return new Errand(id, armed.ref(), action, Facts.of(armed), Optional.empty(), begun);
  }

  public static Result<Receipt> ok(String resourceVersion) {
    return Result.ok(new Receipt(resourceVersion, Releases.NOON, List.of()));
  }
}
