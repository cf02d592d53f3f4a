package dev.sluice.cluster.kubeconfig;

import dev.sluice.release.Failure;
import dev.sluice.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;

/// Collects the mistakes of one file, each with its place.
final class Findings {
  private final String file;
  private final List<Failure> all = new ArrayList<>();

  Findings(String file) {
    this.file = file;
  }

  List<Failure> all() {
    return List.copyOf(all);
  }

  Failure add(Mark mark, Words problem) {
    return add(mark.getLine() + 1, mark.getColumn() + 1, problem);
  }

  Failure add(int line, int column, Words problem) {
    var failure = new Failure.BadInput(file, line, column, problem);
    all.add(failure);
    return failure;
  }
}
