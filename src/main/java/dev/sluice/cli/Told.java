package dev.sluice.cli;

import dev.sluice.conduct.NextStep;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;

/// What was told last, so that nothing is told twice. Clocks that run are no news.
final class Told {
  private String step = "";
  private String standby = "";
  private String lead = "";

  boolean next(NextStep next) {
    var now = key(next);
    boolean news = !now.equals(step);
    step = now;
    return news;
  }

  void say(Terminal terminal, Words words) {
    var text = Texts.of(words);
    if (!text.equals(standby)) {
      standby = text;
      terminal.say(text);
    }
  }

  void lead(Terminal terminal, Words words) {
    var text = Texts.of(words);
    if (!text.equals(lead)) {
      lead = text;
      terminal.say(text);
    }
  }

  private static String key(NextStep next) {
    return switch (next) {
      case NextStep.Held held ->
          "held "
              + held.weight()
              + held.holding().stream()
                  .map(finding -> finding.gate() + "" + finding.verdict())
                  .toList();
      case NextStep.Soak(_, int weight) -> "soak " + weight;
      case NextStep.Timed(_, int weight) -> "timed " + weight;
      case NextStep.GoBack _ -> "back";
      case NextStep.Trial _ -> "trial";
      case NextStep.Engine(var words) -> words.key();
      case NextStep.Rest _, NextStep.Person _, NextStep.Promote _ -> Texts.of(next.words());
    };
  }
}
