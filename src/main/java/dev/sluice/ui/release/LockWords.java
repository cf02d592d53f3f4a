package dev.sluice.ui.release;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.Mark;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What locks an action, beside its button: the first reason with what would take it away, and how
/// many more there are. All of them are heard and stand in the tooltip.
///
/// @param locks what is against it, most final first; not empty
record LockWords(List<Obstacle> locks) {
  private static final int MOST = 72;

  /// What fails says more than what is undecided.
  LockWords {
    locks =
        locks.stream()
            .sorted(Comparator.comparing(lock -> lock.gate() && lock.mark() != Mark.BAD))
            .toList();
  }

  /// From the longest to the briefest.
  List<String> versions() {
    Obstacle first = locks.getFirst();
    String words = bare(first.words());
    String change = bare(first.change());
    return Stream.of(
            change.isEmpty() ? said(words) : said(Texts.of("verb.locked.change", words, change)),
            said(words),
            said(brief(words)),
            said(brief(first.name())),
            lead())
        .distinct()
        .toList();
  }

  /// The briefest of them.
  List<String> brief() {
    Obstacle first = locks.getFirst();
    return List.of(first.gate() ? lead() : said(brief(first.name())));
  }

  /// All that is against it, each with what would take it away.
  String spoken() {
    return locks.stream()
        .map(lock ->
            lock.change().isEmpty()
                ? lock.words()
                : Texts.of("verb.locked.change", bare(lock.words()), bare(lock.change())))
        .map(Texts::sentence)
        .collect(Collectors.joining(" ", lead() + ": ", ""));
  }

  private String said(String what) {
    String words = Texts.of("verb.locked", lead(), what);
    int gates = gates() - (locks.getFirst().gate() ? 1 : 0);
    int others = locks.size() - 1 - gates;
    if (others > 0) {
      words = Texts.of("verb.locked.more", words, others);
    }
    if (gates > 0) {
      words =
          Texts.of(locks.getFirst().gate() ? "verb.locked.more" : "verb.locked.held", words, gates);
    }
    return Texts.sentence(words);
  }

  private String lead() {
    return Texts.of("verb.locked.by", locks.getFirst().gate() ? gates() : 0);
  }

  private int gates() {
    return (int) locks.stream().filter(Obstacle::gate).count();
  }

  private static String bare(String words) {
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }

  /// The API server may say much.
  static String brief(String words) {
    return words.length() <= MOST ? words : words.substring(0, MOST).strip() + "…";
  }
}
