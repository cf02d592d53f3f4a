package dev.sluice.ui.release;

import dev.sluice.judge.slo.BurnAlert;
import dev.sluice.judge.slo.Spending;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.verdict.BurnView;
import dev.sluice.ui.verdict.JudgementView;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the burn-down of the error budget.
///
/// @param updating whether a release is under way that can have taken some of it
/// @param back when the release was taken back, if it was: what burnt before burns no more
/// @param old whether all of that is too old to go by
record Burning(Spending spending, boolean updating, Optional<Instant> back, boolean old) {

  /// @param since when the newer revision got its first traffic
  BurnView view(Optional<Instant> since) {
    var lines = new ArrayList<String>();
    if (updating) {
      lines.add(release());
    }
    rates().ifPresent(lines::add);
    lines.addAll(alerts());
    lines.add(promise());
    part().ifPresent(lines::add);
    return new BurnView(
        mark(), left(), lines, spending.course(), since, left() + " " + String.join(" ", lines));
  }

  /// In a line; what this release took, and how fast it is used, for who asks.
  JudgementView.BudgetView line() {
    String used =
        Stream.of(Optional.of(release()).filter(_ -> updating), rates(), part())
            .flatMap(Optional::stream)
            .collect(Collectors.joining("\n"));
    return new JudgementView.BudgetView(mark(), now(), used);
  }

  /// What is left, and how fast it goes over the last hour.
  private String now() {
    if (calm()) {
      return Texts.of("burn.back", left(), Figures.percent(spending.budget().release()));
    }
    return burn(BurnAlert.FAST.longWindow())
        .map(burn ->
            Texts.of(spending.burning().isEmpty() ? "burn.slow" : "burn.fast", left(), times(burn)))
        .orElseGet(this::left);
  }

  private String release() {
    return Texts.of("burn.release", Figures.percent(spending.budget().release()));
  }

  private Mark mark() {
    if (old) {
      return Mark.OPEN;
    } else if (calm()) {
      return Mark.QUIET;
    } else if (spending.budget().left() <= 0
        || spending.burning().stream().anyMatch(Burning::calls)) {
      return Mark.BAD;
    }
    return spending.burning().isEmpty() ? Mark.GOOD : Mark.WARNING;
  }

  /// Whether everybody is back, and nothing is known to have burnt since.
  private boolean calm() {
    return back.isPresent()
        && spending.burning().stream()
            .noneMatch(alert -> !spending.asOf().minus(alert.shortWindow()).isBefore(back.get()));
  }

  /// Whether somebody is called for it at once; the slow one can wait for the morning.
  private static boolean calls(BurnAlert alert) {
    return switch (alert) {
      case FAST, MIDDLE -> true;
      case SLOW -> false;
    };
  }

  private String left() {
    double left = spending.budget().left();
    String share = Figures.percent(Math.abs(left));
    return spending
        .budget()
        .part()
        .map(part ->
            Texts.of(
                left < 0 ? "burn.overdrawn.part" : "burn.left.part",
                share,
                part.truncatedTo(ChronoUnit.MINUTES)))
        .orElseGet(() -> Texts.of(left < 0 ? "burn.overdrawn" : "burn.left", share));
  }

  /// Over what it is counted, where that is not all of the window.
  private Optional<String> part() {
    return spending
        .budget()
        .part()
        .map(part ->
            Texts.of("burn.part", part.truncatedTo(ChronoUnit.MINUTES), spending.slo().window()));
  }

  /// How fast it is used over the long windows of the alerts, 1 for what lasts exactly as long as
  /// the SLO’s window, with what was counted.
  private Optional<String> rates() {
    String all =
        Arrays.stream(BurnAlert.values())
            .map(BurnAlert::longWindow)
            .filter(this::counted)
            .flatMap(over -> rate(over).stream())
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? Optional.empty() : Optional.of(Texts.of("burn.rates", all));
  }

  /// Whether so long was counted; the shortest is told in any case.
  private boolean counted(Duration over) {
    return over.equals(BurnAlert.FAST.longWindow())
        || spending.budget().part().map(part -> over.compareTo(part) <= 0).orElse(true);
  }

  private Optional<String> rate(Duration over) {
    return burn(over)
        .map(burn ->
            Texts.of(
                "burn.rate",
                times(burn),
                over,
                Figures.count(burn.counted().bad()),
                Figures.count(burn.counted().requests())));
  }

  private Optional<Spending.Burn> burn(Duration over) {
    return spending.burns().stream().filter(burn -> burn.over().equals(over)).findFirst();
  }

  private String times(Spending.Burn burn) {
    return Figures.fixed(spending.slo().burnRate(burn.counted()), 1);
  }

  private List<String> alerts() {
    return spending.burning().isEmpty()
        ? List.of(Texts.of("burn.calm"))
        : spending.burning().stream().map(this::alert).toList();
  }

  private String alert(BurnAlert alert) {
    return Texts.of(
        "burn.alert",
        Figures.fixed(alert.rate(spending.slo()), 1),
        alert.longWindow(),
        alert.shortWindow());
  }

  private String promise() {
    return Texts.of(
        "burn.promise", Figures.percent(spending.slo().objective()), spending.slo().window());
  }
}
