package dev.sluice.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a benchmark was asked for besides its name, as `KEY=VALUE` words.
public record Options(Map<String, String> values) {

  static Options of(List<String> words) {
    Map<String, String> values = new LinkedHashMap<>();
    for (var word : words) {
      var parts = word.split("=", 2);
      values.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
    return new Options(values);
  }

  /// The whole number of that key, or what is usual.
  public int number(String key, int usual) {
    return values.containsKey(key) ? Integer.parseInt(values.get(key)) : usual;
  }

  /// The numbers of that key, with commas between them, or the usual ones.
  double[] numbers(String key, double... usual) {
    return values.containsKey(key)
        ? Arrays.stream(text(key, "").split(",")).mapToDouble(Double::parseDouble).toArray()
        : usual;
  }

  /// The text of that key, or what is usual.
  public String text(String key, String usual) {
    return values.getOrDefault(key, usual);
  }
}
