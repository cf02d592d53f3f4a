package dev.sluice.text;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/// Numbers as people read them: three figures at most, a unit, thousands apart. Spaces inside are
/// not breakable.
public final class Figures {
  private static final Pattern ROUND = Pattern.compile("\\.0+$");
  private static final char SPACE = '\u00a0';

  private Figures() {}

  /// A share of one: `0.61 %`, `44 %`.
  public static String percent(double ratio) {
    double percent = ratio * 100;
    if (percent > 0 && percent < 0.005) {
      return Texts.of("figure.percent.below", "0.01");
    }
    return Texts.of("figure.percent", short3(percent));
  }

  /// A duration in seconds: `4.2 ms`, `412 ms`, `1.24 s`.
  public static String seconds(double seconds) {
    return Math.abs(seconds) < 0.9995
        ? Texts.of("figure.millis", short3(seconds * 1000))
        : Texts.of("figure.seconds", short3(seconds));
  }

  /// Something a second: `118/s`.
  public static String perSecond(double rate) {
    return Texts.of("figure.rate", short3(rate));
  }

  /// A whole number, thousands apart: `1 062`.
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', SPACE);
  }

  /// A number with that many digits after the point, thousands apart.
  public static String fixed(double number, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", number + 0.0).replace(',', SPACE);
  }

  /// A number of no known unit: `0.0510`.
  public static String brief(double number) {
    return String.format(Locale.ROOT, "%.3g", number);
  }

  /// A running clock: `42:10`, `1:02:10`. Negative times read as `0:00`.
  public static String clock(Duration time) {
    long s = Math.max(0, time.toSeconds());
    return s >= 3600
        ? String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60)
        : String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60);
  }

  private static String short3(double number) {
    double size = Math.abs(number);
    if (size < 0.005) {
      return "0";
    }
    int digits = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
    String text = fixed(number, digits);
    return ROUND.matcher(text).replaceFirst("");
  }
}
