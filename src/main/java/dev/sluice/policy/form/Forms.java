package dev.sluice.policy.form;

import dev.sluice.text.Words;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The single values that policies are made of.
public final class Forms {

  /// From 0 to 1: `1%` or `0.01`.
  public static final Plain<Double> RATIO =
      new Plain<>(
          Words.of("policy.form.ratio"),
          Pattern.compile("(100|[0-9]{1,2}(\\.[0-9]{1,9})?) ?%"),
          new Plain.Range("0", "1", false),
          false,
          text -> Optional.of(ratio(text)),
          Forms::percent);

  /// Whole percents: `25` or `25%`.
  public static final Plain<Integer> WEIGHT =
      new Plain<>(
          Words.of("policy.form.weight"),
          Pattern.compile("(100|[0-9]{1,2}) ?%"),
          new Plain.Range("0", "100", true),
          false,
          text -> Optional.of(new BigDecimal(text.replace("%", "").strip()).intValueExact()),
          weight -> weight);

  /// How many times as much: `1.5`.
  public static final Plain<Double> FACTOR =
      new Plain<>(
          Words.of("policy.form.factor"),
          null,
          new Plain.Range("1.01", "100", false),
          false,
          text -> Optional.of(new BigDecimal(text).doubleValue()),
          factor -> plain(BigDecimal.valueOf(factor)));

  /// `500ms`, `30m`, `1h30m`, `7d`.
  public static final Plain<Duration> DURATION =
      new Plain<>(
          Words.of("policy.form.duration"),
          Pattern.compile(
              "(?=[0-9])([0-9]{1,4}d)?([0-9]{1,4}h)?([0-9]{1,5}m)?([0-9]{1,6}s)?([0-9]{1,6}ms)?"),
          null,
          false,
          text -> Optional.of(duration(text)),
          Forms::written);

  public static final Plain<Boolean> FLAG =
      new Plain<>(
          Words.of("policy.form.flag"),
          null,
          null,
          true,
          text -> Optional.of(Boolean.valueOf(text)),
          flag -> flag);

  /// A line of text.
  public static final Plain<String> LINE =
      text("[^\\x00-\\x1f\\x7f]{1,200}", Words.of("policy.form.line"));

  /// A query, over several lines if need be.
  public static final Plain<String> QUERY = text("[\\s\\S]{1,4000}", Words.of("policy.form.query"));

  /// A user or a group, as the API server names it.
  public static final Plain<String> NAME = text("[^\\s,]{1,200}", Words.of("policy.form.name"));

  /// A file or folder below another one.
  public static final Plain<String> PLACE =
      text("(?!.*\\.\\.)[A-Za-z0-9._{][A-Za-z0-9._{}/+-]{0,200}", Words.of("policy.form.place"));

  public static final Plain<String> LINK =
      text("https?://[^\\s/?#]+[^\\s]{0,500}", Words.of("policy.form.link"));

  public static final Plain<ZoneId> ZONE =
      parsed("[A-Za-z][A-Za-z0-9_+/-]{0,60}", Words.of("policy.form.zone"), ZoneId::of);

  public static final Plain<LocalDateTime> MOMENT =
      parsed(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}",
          Words.of("policy.form.moment"), LocalDateTime::parse);

  public static final Plain<LocalTime> TIME =
      parsed("[0-9]{2}:[0-9]{2}", Words.of("policy.form.time"), LocalTime::parse);

  private static final Pattern PIECE = Pattern.compile("([0-9]+)(ms|d|h|m|s)");

  private Forms() {}

  /// A whole number.
  public static Plain<Integer> whole(int least, int most) {
    return new Plain<>(
        Words.of("policy.form.whole", least, most),
        null,
        new Plain.Range("" + least, "" + most, true),
        false,
        text -> Optional.of(new BigDecimal(text).intValueExact()),
        number -> number);
  }

  private static Words choices(List<String> words) {
    var others = words.subList(0, words.size() - 1);
    return others.isEmpty()
        ? Words.of("policy.form.only", words.getLast())
        : Words.of("policy.form.choice", String.join("”, “", others), words.getLast());
  }

  /// One of these words.
  public static Plain<String> choice(List<String> words) {
    return new Plain<>(
        choices(words),
        Pattern.compile(String.join("|", words)),
        null,
        false,
        Optional::of,
        word -> word);
  }

  /// As people read it in a policy: `2h30m`.
  public static String written(Duration duration) {
    if (duration.isZero()) {
      return "0s";
    }
    return piece(duration.toDays(), "d")
        + piece(duration.toHoursPart(), "h")
        + piece(duration.toMinutesPart(), "m")
        + piece(duration.toSecondsPart(), "s")
        + piece(duration.toMillisPart(), "ms");
  }

  private static String piece(long number, String unit) {
    return number == 0 ? "" : number + unit;
  }

  private static Plain<String> text(String pattern, Words expected) {
    return new Plain<>(expected, Pattern.compile(pattern), null, false, Optional::of, text -> text);
  }

  private static <T> Plain<T> parsed(String pattern, Words expected, Function<String, T> parse) {
    return new Plain<>(
        expected,
        Pattern.compile(pattern),
        null,
        false,
        text -> {
          try {
            return Optional.of(parse.apply(text));
          } catch (DateTimeException _) {
            return Optional.empty();
          }
        },
        String::valueOf);
  }

  private static double ratio(String text) {
    boolean percent = text.endsWith("%");
    var number = new BigDecimal(text.replace("%", "").strip());
    return (percent ? number.movePointLeft(2) : number).doubleValue();
  }

  private static String percent(double ratio) {
    return plain(BigDecimal.valueOf(ratio).movePointRight(2)) + "%";
  }

  private static BigDecimal plain(BigDecimal number) {
    var bare = number.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }

  private static Duration duration(String text) {
    var sum = Duration.ZERO;
    var piece = PIECE.matcher(text);
    while (piece.find()) {
      long number = Long.parseLong(piece.group(1));
      sum =
          sum.plus(
              switch (piece.group(2)) {
                case "d" -> Duration.ofDays(number);
                case "h" -> Duration.ofHours(number);
                case "m" -> Duration.ofMinutes(number);
                case "s" -> Duration.ofSeconds(number);
                default -> Duration.ofMillis(number);
              });
    }
    return sum;
  }
}
