package dev.sluice.state;

import dev.sluice.release.Result;
import java.util.Optional;

/// Which programs kubeconfigs may run. A kubeconfig is code: nothing in it runs before the user has
/// looked at what it is and approved it.
public interface Programs {

  /// The program that the selected context asks for, empty when it asks for none. Runs nothing.
  Result<Optional<Program>> asked(Selection selection);

  /// Lets the selected context's program run from now on, if it is still the one of that digest.
  Result<Program> approve(Selection selection, String sha256);
}
