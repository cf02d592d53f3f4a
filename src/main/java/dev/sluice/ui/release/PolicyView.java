package dev.sluice.ui.release;

import dev.sluice.policy.Origin;
import dev.sluice.policy.Policy;
import dev.sluice.policy.Terms;
import dev.sluice.release.Failure;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Mark;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a release is held to, as far as it is not built in.
///
/// @param mistakes what was meant to apply and does not, with its place
public record PolicyView(List<Value> values, List<String> mistakes) {

  public PolicyView {
    values = List.copyOf(values);
    mistakes = List.copyOf(mistakes);
  }

  /// One value.
  ///
  /// @param from who says so, and where
  public record Value(String term, String value, String from) {}

  /// What that policy says.
  ///
  /// @param failure why the cluster's policies are not known, if so
  static PolicyView of(Policy policy, Optional<Failure> failure) {
    var values =
        Terms.all().stream()
            .filter(term -> !(policy.origin(term) instanceof Origin.BuiltIn))
            .map(term ->
                new Value(
                    term.path(),
                    policy.written(term).map(String::valueOf).orElse(""),
                    from(policy.origin(term))))
            .toList();
    return new PolicyView(
        values,
        Stream.concat(failure.stream().map(why -> Texts.of(why.words())), mistakes(policy))
            .toList());
  }

  /// A policy of which not all applies is said above everything else.
  static Optional<NewsView> news(Policy policy) {
    return mistakes(policy)
        .findFirst()
        .map(first -> new NewsView(Mark.WARNING, Texts.of("news.policy"), first));
  }

  private static Stream<String> mistakes(Policy policy) {
    return policy.broken().stream()
        .flatMap(draft ->
            draft.mistakes().stream()
                .map(mistake ->
                    Texts.sentence(
                        Texts.of(
                            "policy.mistake",
                            draft.source(),
                            mistake.place().line(),
                            mistake.place().column(),
                            mistake.words()))));
  }

  boolean empty() {
    return values.isEmpty() && mistakes.isEmpty();
  }

  private static String from(Origin origin) {
    return switch (origin) {
      case Origin.BuiltIn _ -> Texts.of("policy.origin.builtin");
      case Origin.Namespace(var source, int line) ->
          Texts.of("policy.origin.namespace", source, line);
      case Origin.Service(var source, int line) -> Texts.of("policy.origin.service", source, line);
    };
  }
}
