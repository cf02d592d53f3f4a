package dev.sluice.policy;

import dev.sluice.judge.Signal;
import dev.sluice.policy.form.Form;
import dev.sluice.policy.form.Forms;
import dev.sluice.policy.form.Many;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that a policy can say, in the order in which it is read and shown.
public final class Terms {

  /// What a policy may want one day. Nothing keeps it yet, so that whoever asks for it must be told
  /// rather than believe that it holds.
  static final List<String> UNKEPT =
      List.of("approvals", "rollback.required", "rollback.rehearsedWithin", "slo.latency");

  private static final List<Term<?>> ALL = new ArrayList<>();

  /// Which ready-made queries measure the service; without one, those of the user's own settings.
  public static final Term<String> PRESET =
      open("metrics.preset", Forms.choice(List.of("otel", "nginx")));

  /// The service's own queries, canary and stable.
  public static final Map<Signal, Pair> QUERIES = queries();

  public static final Term<Duration> SCRAPE_INTERVAL =
      open("metrics.scrapeInterval", Forms.DURATION);
  public static final Term<Duration> WINDOW = open("metrics.window", Forms.DURATION);

  /// The share of requests that must be answered without an error, over the window.
  public static final Term<Double> SLO_OBJECTIVE = term("slo.objective", Forms.RATIO, 0.999);

  public static final Term<Duration> SLO_WINDOW =
      term("slo.window", Forms.DURATION, Duration.ofDays(28));

  public static final Term<List<PlannedStage>> STAGES =
      term("stages", PlannedStage.FORM, PlannedStage.STANDARD);

  public static final Term<Boolean> ERROR_RATE = gate("errorRate", true);
  public static final Term<Double> ERROR_RATE_AT_MOST =
      term("gates.errorRate.atMost", Forms.RATIO, 0.01);
  public static final Term<Boolean> LATENCY = gate("latencyP99", true);
  public static final Term<Duration> LATENCY_AT_MOST =
      term("gates.latencyP99.atMost", Forms.DURATION, Duration.ofMillis(500));
  public static final Term<Boolean> FRESH_DATA = gate("freshData", true);
  public static final Term<Duration> FRESH_WITHIN =
      term("gates.freshData.within", Forms.DURATION, Duration.ofMinutes(1));
  public static final Term<Boolean> REPLICAS = gate("replicas", true);
  public static final Term<Boolean> SOAK = gate("soak", false);
  public static final Term<Boolean> TESTS = gate("tests", false);
  public static final Term<Integer> TESTS_AT_LEAST =
      term("gates.tests.atLeast", Forms.whole(1, 1_000_000), 1);
  public static final Term<Boolean> VULNERABILITIES = gate("vulnerabilities", false);
  public static final Term<String> VULNERABLE_FROM =
      term(
          "gates.vulnerabilities.from",
          Forms.choice(List.of("low", "medium", "high", "critical")),
          "critical");
  public static final Term<Duration> SCAN_WITHIN =
      term("gates.vulnerabilities.within", Forms.DURATION, Duration.ofDays(7));
  public static final Term<Boolean> IMAGE = gate("image", false);
  public static final Term<Boolean> REVIEW = gate("review", false);
  public static final Term<Duration> REVIEW_WITHIN =
      term("gates.review.within", Forms.DURATION, Duration.ofMinutes(30));
  public static final Term<Boolean> BUDGET = gate("budget", false);
  public static final Term<Double> BUDGET_AT_LEAST = term("gates.budget.atLeast", Forms.RATIO, 0.1);

  /// Where the reports are, below each user's own folder of reports.
  public static final Term<List<String>> REPORTS =
      term("reports.from", Many.of(Forms.PLACE, 20), List.of());

  public static final Term<List<Freeze.Once>> FREEZES =
      term("freezes.once", Freeze.once(), List.of());
  public static final Term<List<Freeze.Weekly>> WEEKLY_FREEZES =
      term("freezes.weekly", Freeze.weekly(), List.of());

  /// What to do if going back by the console is not enough.
  public static final Term<String> ROLLBACK_PLAN = open("rollback.plan", Forms.LINK);

  public static final Term<Boolean> AUTO_ROLLBACK = term("automation.rollback", Forms.FLAG, true);
  public static final Term<Boolean> AUTO_PROMOTION =
      term("automation.promotion", Forms.FLAG, false);

  /// What becomes of a stage whose soak ends without a verdict.
  public static final Term<String> UNDECIDED =
      term("automation.undecided", Forms.choice(List.of("ask", "extend")), "ask");

  public static final Term<String> RUNBOOK = open("links.runbook", Forms.LINK);
  public static final Term<List<Dashboard>> DASHBOARDS =
      term("links.dashboards", Dashboard.FORM, List.of());

  /// The two queries of one signal.
  public record Pair(Term<String> canary, Term<String> stable) {}

  private Terms() {}

  /// Each of them.
  public static List<Term<?>> all() {
    return Collections.unmodifiableList(ALL);
  }

  private static Map<Signal, Pair> queries() {
    Map<Signal, Pair> pairs = new EnumMap<>(Signal.class);
    for (var signal : Signal.values()) {
      var section = "metrics.queries." + word(signal);
      pairs.put(
          signal,
          new Pair(open(section + ".canary", Forms.QUERY), open(section + ".stable", Forms.QUERY)));
    }
    return Collections.unmodifiableMap(pairs);
  }

  private static String word(Signal signal) {
    return switch (signal) {
      case ERROR_RATE -> "errorRate";
      case LATENCY_P99 -> "latencyP99";
      case REQUESTS -> "requests";
      case SATURATION -> "saturation";
    };
  }

  private static Term<Boolean> gate(String name, boolean usual) {
    return term("gates." + name + ".required", Forms.FLAG, usual);
  }

  private static <T> Term<T> term(String path, Form<T> form, T usual) {
    return added(new Term<>(path, form, Optional.of(usual)));
  }

  private static <T> Term<T> open(String path, Form<T> form) {
    return added(new Term<>(path, form, Optional.empty()));
  }

  private static <T> Term<T> added(Term<T> term) {
    ALL.add(term);
    return term;
  }
}
