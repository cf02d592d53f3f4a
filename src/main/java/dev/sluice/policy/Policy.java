package dev.sluice.policy;

import dev.sluice.policy.form.Mistake;
import dev.sluice.policy.form.Place;
import dev.sluice.release.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What one release is held to: what is said for it, over what is said for its namespace, over what
/// is built in. Term by term, so that a service says only what is special about it.
public final class Policy {

  /// What applies where nobody has said anything.
  public static final Policy BUILT_IN = of(List.of(), List.of());

  private final Map<Term<?>, Setting> settings;
  private final List<Draft> broken;

  private record Setting(Term.Said<?> said, Origin origin) {

    /// What follows from it for another term.
    <T> Setting of(Term<T> term, T value) {
      return new Setting(new Term.Said<>(term, value, said.place()), origin);
    }
  }

  private Policy(Map<Term<?>, Setting> settings, List<Draft> broken) {
    this.settings = settings;
    this.broken = broken;
  }

  /// Of the documents for the namespace and those for the release. A document with mistakes does
  /// not apply; two that say something of the same release would leave open which one applies, so
  /// that neither does.
  public static Policy of(List<Draft> namespace, List<Draft> service) {
    var settings = new LinkedHashMap<Term<?>, Setting>();
    var broken = new ArrayList<Draft>();
    lay(namespace, Origin.Namespace::new, settings, broken);
    lay(service, Origin.Service::new, settings, broken);
    soak(settings);
    return new Policy(settings, List.copyOf(broken));
  }

  /// Whoever says how long stages last, or has them left without a person, wants them to last, as
  /// long as nothing else is said.
  private static void soak(Map<Term<?>, Setting> settings) {
    Stream.of(Terms.STAGES, Terms.AUTO_PROMOTION)
        .flatMap(term -> Optional.ofNullable(settings.get(term)).stream())
        .filter(setting -> !setting.said().value().equals(false))
        .findFirst()
        .ifPresent(setting -> settings.putIfAbsent(Terms.SOAK, setting.of(Terms.SOAK, true)));
  }

  private interface Naming {
    Origin at(String source, int line);
  }

  private static void lay(
      List<Draft> drafts, Naming naming, Map<Term<?>, Setting> settings, List<Draft> broken) {
    drafts.stream().filter(draft -> !draft.usable()).forEach(broken::add);
    if (drafts.size() > 1) {
      drafts.stream().map(draft -> draft.besides(drafts)).forEach(broken::add);
    } else {
      drafts.stream()
          .filter(Draft::usable)
          .forEach(draft ->
              draft
                  .said()
                  .forEach(said ->
                      settings.put(
                          said.term(),
                          new Setting(said, naming.at(draft.source(), said.place().line())))));
    }
  }

  /// What applies.
  ///
  /// @throws NoSuchElementException for a term without a usual value that nobody has set
  public <T> T get(Term<T> term) {
    return find(term).orElseThrow(() -> new NoSuchElementException(term.path()));
  }

  /// What applies, if anything does.
  public <T> Optional<T> find(Term<T> term) {
    var setting = settings.get(term);
    return setting == null ? term.usual() : Optional.of(value(setting, term));
  }

  /// Where what applies comes from.
  public Origin origin(Term<?> term) {
    var setting = settings.get(term);
    return setting == null ? new Origin.BuiltIn() : setting.origin();
  }

  /// Where in its document what applies stands; empty where nobody has said it.
  public Optional<Place> place(Term<?> term) {
    return Optional.ofNullable(settings.get(term)).map(setting -> setting.said().place());
  }

  /// What applies, as it would be written; empty where nothing does.
  public Optional<Object> written(Term<?> term) {
    var setting = settings.get(term);
    return setting == null ? term.usually() : Optional.of(setting.said().written());
  }

  /// Pages to look at beside its releases.
  public List<Reference> references() {
    return Stream.of(
            page("runbook", find(Terms.RUNBOOK)),
            page("rollback plan", find(Terms.ROLLBACK_PLAN)),
            get(Terms.DASHBOARDS).stream()
                .flatMap(board -> Reference.of(board.name(), board.url()).stream()))
        .flatMap(pages -> pages)
        .toList();
  }

  private static Stream<Reference> page(String name, Optional<String> address) {
    return address.flatMap(at -> Reference.of(name, at)).stream();
  }

  /// Documents that were meant to apply and do not.
  public List<Draft> broken() {
    return broken;
  }

  /// Every mistake of those documents.
  public Stream<Mistake> mistakes() {
    return broken.stream().flatMap(draft -> draft.mistakes().stream());
  }

  /// What is another here than in `before`, in the order of [Terms].
  public List<Change> since(Policy before) {
    return Terms.all().stream()
        .filter(term -> !before.written(term).equals(written(term)))
        .map(term -> new Change(term, before.written(term), written(term)))
        .toList();
  }

  /// A term's form has made its value, so it is of the term's type.
  @SuppressWarnings("unchecked")
  private static <T> T value(Setting setting, Term<T> term) {
    if (!setting.said().term().equals(term)) {
      throw new IllegalStateException(term.path());
    }
    return (T) setting.said().value();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Policy that
        && settings.equals(that.settings)
        && broken.equals(that.broken);
  }

  @Override
  public int hashCode() {
    return Objects.hash(settings, broken);
  }
}
