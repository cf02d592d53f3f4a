package dev.sluice.policy;

import dev.sluice.policy.form.Mistake;
import dev.sluice.policy.form.Mistakes;
import dev.sluice.policy.form.Place;
import dev.sluice.policy.form.Written;
import dev.sluice.text.Words;
import java.util.List;

/// One policy document as it was read.
///
/// @param source what it was read from: a file, or a ConfigMap and its key
/// @param said in the order of [Terms]
/// @param mistakes in the order of the text; with any, nothing of the document applies
public record Draft(String source, List<Term.Said<?>> said, List<Mistake> mistakes) {

  public Draft {
    said = List.copyOf(said);
    mistakes = List.copyOf(mistakes);
  }

  /// What that document says.
  public static Draft of(String source, Written document) {
    var mistakes = new Mistakes();
    var said = Outline.read(document, mistakes);
    return new Draft(source, said, mistakes.all());
  }

  /// A text that is no document at all.
  public static Draft broken(String source, Place place, Words why) {
    return new Draft(source, List.of(), List.of(new Mistake(place, why)));
  }

  public boolean usable() {
    return mistakes.isEmpty();
  }

  /// This document as a part of a text in which it stands that many lines further down and columns
  /// further in: its mistakes are told at their places there.
  public Draft moved(int lines, int columns) {
    var there =
        mistakes.stream()
            .map(mistake ->
                new Mistake(
                    new Place(mistake.place().line() + lines, mistake.place().column() + columns),
                    mistake.words()))
            .toList();
    return new Draft(source, said, there);
  }

  /// This document, refused because there are others for the same releases.
  Draft besides(List<Draft> all) {
    var sources = String.join(", ", all.stream().map(Draft::source).toList());
    return broken(source, new Place(1, 1), Words.of("policy.several", sources));
  }
}
