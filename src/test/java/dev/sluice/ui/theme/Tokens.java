package dev.sluice.ui.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/// The colours of the style sheet's first two blocks, read as text.
record Tokens(Map<String, Color> colors) {
  private static final Path SHEET = Path.of("assets/theme/sluice.css");
  private static final Pattern TOKEN = Pattern.compile("-sl-([a-z0-9-]+):\\s*(#[0-9a-f]+);");

  static Tokens of(Theme theme) {
    String sheet = read();
    int light = sheet.indexOf("\n.root.light {");
    Map<String, Color> colors = new HashMap<>(block(sheet, sheet.indexOf("\n.root {")));
    if (theme == Theme.LIGHT) {
      colors.putAll(block(sheet, light));
    }
    return new Tokens(Map.copyOf(colors));
  }

  /// The names that the second block sets: light must not inherit a dark colour by oversight.
  static Tokens setForLight() {
    String sheet = read();
    return new Tokens(block(sheet, sheet.indexOf("\n.root.light {")));
  }

  /// The contrast of two tokens by WCAG 2.2, from 1 to 21.
  double contrast(String one, String other) {
    double a = luminance(get(one)) + 0.05;
    double b = luminance(get(other)) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  Color get(String name) {
    Color color = colors.get(name);
    if (color == null) {
      throw new IllegalArgumentException("No token -sl-" + name);
    }
    return color;
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static Map<String, Color> block(String sheet, int from) {
    Map<String, Color> colors = new HashMap<>();
    TOKEN
        .matcher(sheet.substring(from, sheet.indexOf('}', from)))
        .results()
        .forEach((MatchResult m) -> colors.put(m.group(1), Color.web(m.group(2))));
    return colors;
  }

  private static String read() {
    try {
      return Files.readString(SHEET);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
