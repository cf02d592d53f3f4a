package dev.sluice.cluster.kubeconfig;

import dev.sluice.fuzz.Fuzz;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigFuzzTest {
  @TempDir private Path folder;

  @Test
  void aSpoiltKubeconfigIsToldAndTheRestOfItIsRead() {
    Fuzz.on(Fuzz.corpus("kubeconfig"), this::read);
  }

  private Collection<Failure> read(byte[] text) throws IOException {
    var file = Files.write(folder.resolve("config"), text);
    var config = Kubeconfig.load(new Sources(List.of(file), Map.of(), folder, folder));
    var failures = new ArrayList<>(config.problems());
    for (var context : config.contexts().values()) {
      if (context instanceof Result.Failed<Context>(var failure)) {
        failures.add(failure);
      }
    }
    return failures;
  }
}
