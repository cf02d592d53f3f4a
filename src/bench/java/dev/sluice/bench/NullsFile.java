package dev.sluice.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The outcomes of simulated releases, one a line: number, world, ratio, called by us, called by
/// Kayenta's rule. Rounds are written whole, and only added to.
final class NullsFile {
  private final Path file;
  private final List<String> lines;

  private NullsFile(Path file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  static NullsFile read(Path file) throws IOException {
    return new NullsFile(
        file, new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of()));
  }

  /// How many releases of each world it holds.
  int rounds() {
    return lines.isEmpty() ? 0 : Integer.parseInt(lines.getLast().split(";", 2)[0]) + 1;
  }

  void append(List<String> round) throws IOException {
    lines.addAll(round);
    Files.write(file, round, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /// As Markdown, a row for each world and ratio.
  String table() {
    Map<String, int[]> rows = new LinkedHashMap<>();
    for (var line : lines) {
      var parts = line.split(";", -1);
      int[] row = rows.computeIfAbsent(parts[1] + " | " + parts[2], _ -> new int[3]);
      row[0]++;
      row[1] += Integer.parseInt(parts[3]);
      row[2] += Integer.parseInt(parts[4]);
    }
    var text =
        new StringBuilder("| World | ratio | releases | regressed | at most (95 %) | Kayenta |\n")
            .append("|---|---|---|---|---|---|\n");
    rows.forEach((name, row) ->
        text.append(
            String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.2f %% | %d (%.1f %%) |%n",
                name,
                row[0],
                row[1],
                100 * atMost(row[1], row[0]),
                row[2],
                100.0 * row[2] / row[0])));
    return text.toString();
  }

  /// The largest chance that so few of so many would not yet refute at 5 % (Clopper and Pearson,
  /// one-sided).
  private static double atMost(int few, int of) {
    double low = 0;
    double high = 1;
    while (high - low > 1e-9) {
      double middle = (low + high) / 2;
      boolean refuted = upTo(few, of, middle) < 0.05;
      low = refuted ? low : middle;
      high = refuted ? middle : high;
    }
    return high;
  }

  /// The chance of so few or fewer.
  private static double upTo(int few, int of, double chance) {
    double term = of * Math.log1p(-chance);
    double sum = Math.exp(term);
    for (int i = 1; i <= few; i++) {
      term += Math.log((of - i + 1.0) / i) + Math.log(chance) - Math.log1p(-chance);
      sum += Math.exp(term);
    }
    return sum;
  }
}
