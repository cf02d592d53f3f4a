package dev.sluice.ui.control;

import dev.sluice.state.Agenda;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;

/// How much needs a person and how much goes on by itself, in the same words wherever it is told.
public final class TallyWords {
  private TallyWords() {}

  /// For example “5 wait, 2 in trouble; 1 under way”.
  public static String of(Agenda agenda) {
    return Texts.of("tally.all", waits(agenda), Figures.count(agenda.ways().size()));
  }

  /// Only what needs a person.
  public static String waits(Agenda agenda) {
    int waits = agenda.needs().size();
    long wrong = agenda.wrong();
    if (waits == 1 && wrong == 1) {
      return Texts.of("tally.trouble");
    }
    return Texts.of("tally.waits", waits, Figures.count(waits), Figures.count(wrong), wrong);
  }
}
