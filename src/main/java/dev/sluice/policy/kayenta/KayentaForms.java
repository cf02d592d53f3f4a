package dev.sluice.policy.kayenta;

import dev.sluice.judge.kayenta.KayentaMetric;
import dev.sluice.judge.kayenta.KayentaMetric.Direction;
import dev.sluice.judge.kayenta.KayentaMetric.Effect;
import dev.sluice.policy.form.Form;
import dev.sluice.policy.form.Forms;
import dev.sluice.policy.form.Parts;
import dev.sluice.policy.form.Parts.Part;
import dev.sluice.policy.form.Parts.Taken;
import dev.sluice.policy.form.Plain;
import dev.sluice.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The parts of Kayenta's config that its judge goes by. What is not known in them is a mistake: a
/// misspelt `critical` would be none.
final class KayentaForms {
  private static final String DIRECTION = "direction";
  private static final String NANS = "nanStrategy";
  private static final String CRITICAL = "critical";
  private static final String NEEDED = "mustHaveData";
  private static final String EFFECT = "effectSize";
  private static final String PASS = "pass";
  private static final String MARGINAL = "marginal";

  /// Percent, without the sign.
  static final Plain<Double> PERCENT = number("100", Words.of("kayenta.form.percent"));

  private static final Plain<Double> RATIO = number("1000000", Words.of("kayenta.form.ratio"));

  /// From which scores on a canary passes, and is not failed yet.
  record Thresholds(double pass, double marginal) {

    /// What Kayenta's documents begin with.
    static final Thresholds USUAL = new Thresholds(95, 75);
  }

  static final Parts<Thresholds> THRESHOLDS =
      parts(
          List.of(part(PASS, PERCENT, true), part(MARGINAL, PERCENT, true)),
          taken -> new Thresholds(taken.get(PASS, Double.class), taken.get(MARGINAL, Double.class)),
          thresholds ->
              thresholds.marginal > thresholds.pass
                  ? Optional.of(Words.of("kayenta.thresholds"))
                  : Optional.empty());

  private static final Parts<Effect> SIZES =
      parts(
          List.of(
              part("measure", Forms.choice(List.of("meanRatio")), false),
              part("allowedIncrease", RATIO, false),
              part("allowedDecrease", RATIO, false),
              part("criticalIncrease", RATIO, false),
              part("criticalDecrease", RATIO, false)),
          taken ->
              new Effect(
                  bound(taken, "allowedIncrease", Effect.ANY.allowedIncrease()),
                  bound(taken, "allowedDecrease", Effect.ANY.allowedDecrease()),
                  bound(taken, "criticalIncrease", Effect.ANY.criticalIncrease()),
                  bound(taken, "criticalDecrease", Effect.ANY.criticalDecrease())),
          _ -> Optional.empty());

  private static final Parts<String> OUTLIERS =
      parts(
          List.of(
              part("strategy", Forms.choice(List.of("keep", "remove")), true),
              part("outlierFactor", RATIO, false)),
          taken -> taken.get("strategy", String.class),
          strategy ->
              strategy.equals("keep")
                  ? Optional.empty()
                  : Optional.of(Words.of("kayenta.outliers")));

  /// How one metric is judged.
  static final Parts<KayentaMetric> METRIC =
      parts(
          List.of(
              part(DIRECTION, Forms.choice(List.of("increase", "decrease", "either")), false),
              part(CRITICAL, Forms.FLAG, false),
              part(NANS, Forms.choice(List.of("remove", "replace")), false),
              part(NEEDED, Forms.FLAG, false),
              part(EFFECT, SIZES, false),
              part("outliers", OUTLIERS, false)),
          taken ->
              new KayentaMetric(
                  Direction.valueOf(
                      taken
                          .find(DIRECTION, String.class)
                          .orElse("either")
                          .toUpperCase(Locale.ROOT)),
                  taken.find(CRITICAL, Boolean.class).orElse(false),
                  taken.find(NANS, String.class).filter("replace"::equals).isEmpty(),
                  taken.find(NEEDED, Boolean.class).orElse(false),
                  taken.find(EFFECT, Effect.class).orElse(Effect.ANY)),
          _ -> Optional.empty());

  private KayentaForms() {}

  private static <T> Parts<T> parts(
      List<Part<T, ?>> parts, Function<Taken, T> make, Function<T, Optional<Words>> check) {
    return new Parts<>(parts, make, check);
  }

  /// Such files are read and never written.
  private static <T, V> Part<T, V> part(String name, Form<V> form, boolean needed) {
    return new Part<>(name, form, needed, _ -> Optional.empty());
  }

  private static double bound(Taken taken, String name, double usual) {
    return taken.find(name, Double.class).orElse(usual);
  }

  private static Plain<Double> number(String most, Words expected) {
    return new Plain<>(
        expected,
        null,
        new Plain.Range("0", most, false),
        false,
        text -> Optional.of(Double.valueOf(text)),
        number -> number);
  }
}
