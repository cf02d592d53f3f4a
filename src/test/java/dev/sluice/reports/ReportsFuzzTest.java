package dev.sluice.reports;

import dev.sluice.fuzz.Fuzz;
import dev.sluice.release.Failure;
import dev.sluice.release.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsFuzzTest {
  private static final Image IMAGE =
      new Image("main", "registry.example/shop:v2@" + Fixtures.DIGEST);

  @TempDir private Path root;

  @Test
  void aSpoiltReportIsTold() {
    var corpus =
        List.of(Fixtures.JUNIT, Fixtures.TRIVY, Fixtures.GRYPE, Fixtures.SARIF, Fixtures.VEX);
    Fuzz.on(corpus, this::read);
  }

  private Collection<Failure> read(byte[] text) throws IOException {
    var failures = new ArrayList<Failure>();
    for (var name : List.of("report.xml", "report.json")) {
      Files.write(root.resolve(name), text);
      new ReportFolder(root)
          .read(List.of(name), IMAGE)
          .forEach(result -> failures.addAll(Fuzz.of(result)));
    }
    return failures;
  }
}
