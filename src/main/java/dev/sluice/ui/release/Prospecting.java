package dev.sluice.ui.release;

import dev.sluice.judge.Assessment;
import dev.sluice.judge.Hearing;
import dev.sluice.judge.Prospect;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.ui.verdict.ProspectsView;
import dev.sluice.ui.verdict.Ratios;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the table of what each stage can tell.
final class Prospecting {

  private Prospecting() {}

  /// Empty while nothing is known of the service, and where no stage compares anything.
  ///
  /// @param at where the release stands, if it is under way
  static Optional<ProspectsView> of(List<Assessment> all, Optional<Hearing> at) {
    List<Assessment> known = all.stream().filter(Prospecting::compares).toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    var rows = new ArrayList<ProspectsView.Row>();
    for (int i = 0; i < known.getFirst().prospects().size(); i++) {
      rows.add(row(known, i, at));
    }
    return Optional.of(
        new ProspectsView(
            lead(known),
            known.stream().map(one -> Texts.of("verdict.what." + one.measure().signal())).toList(),
            rows));
  }

  private static boolean compares(Assessment one) {
    return one.prospects().stream().anyMatch(prospect -> prospect.stage().weight() < 100);
  }

  private static String lead(List<Assessment> known) {
    var service = known.getFirst().service();
    return Texts.of(
        "prospects.lead",
        Figures.perSecond(service.perSecond()),
        String.join(
            ", ",
            known.stream()
                .map(one ->
                    Texts.of(
                        "prospects.share",
                        Figures.percent(one.service().share()),
                        Texts.of("judge.what." + one.measure().signal())))
                .toList()));
  }

  private static ProspectsView.Row row(List<Assessment> known, int index, Optional<Hearing> at) {
    var stage = known.getFirst().prospects().get(index).stage();
    boolean now = at.filter(hearing -> hearing.soak().weight() == stage.weight()).isPresent();
    return new ProspectsView.Row(
        Wording.percent(stage.weight()),
        stage.soak().isZero() ? "" : Texts.of(stage.soak()),
        now,
        known.stream().map(one -> cell(one.prospects(), index)).toList());
  }

  private static ProspectsView.Cell cell(List<Prospect> prospects, int index) {
    if (index >= prospects.size()) {
      return new ProspectsView.Cell("", "", "");
    }
    var prospect = prospects.get(index);
    return new ProspectsView.Cell(proves(prospect), needs(prospect), Texts.of(prospect.sentence()));
  }

  private static String proves(Prospect prospect) {
    return Double.isInfinite(prospect.provable())
        ? Texts.of("prospects.nothing")
        : Texts.of("prospects.below", Ratios.times(prospect.provable()));
  }

  /// A soak that is too short for what the policy asks for says how long it would have to be.
  private static String needs(Prospect prospect) {
    boolean compares = prospect.stage().weight() < 100;
    if (!compares || prospect.provable() <= prospect.stage().cap()) {
      return "";
    }
    String cap = Ratios.times(prospect.stage().cap());
    return prospect
        .needed()
        .map(time -> Texts.of("prospects.needs", cap, time))
        .orElseGet(() -> Texts.of("prospects.never", cap));
  }
}
