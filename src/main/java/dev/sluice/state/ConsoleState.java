package dev.sluice.state;

import dev.sluice.act.Pursuit;
import dev.sluice.conduct.Docket;
import dev.sluice.conduct.Requirements;
import dev.sluice.gate.Limits;
import dev.sluice.policy.Policy;
import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Everything the console knows at one moment. Immutable; [Reducer] makes the next one. Maps are
/// never written to after they are in here.
///
/// @param now this machine's clock at the latest event
/// @param identities by context
/// @param links how each watched scope stands
/// @param permissions by place; a place not in here was not asked about yet
/// @param pursuits actions of this console, newest first, those that are over only as far as they
///   are still worth showing
/// @param problems what could not be used at all, for example a broken kubeconfig
/// @param laws the policies of each watched scope
/// @param dossiers what else is known of some releases, and done for them
/// @param rounds which releases are judged unopened
public record ConsoleState(
    Instant now,
    Map<String, Identity> identities,
    Map<Scope, Link> links,
    Map<ReleaseRef, Release> releases,
    Map<Place, Permissions> permissions,
    Map<ReleaseRef, Measured> measured,
    Optional<Focus> focus,
    List<Pursuit> pursuits,
    List<Failure> problems,
    Map<Scope, Law> laws,
    Map<ReleaseRef, Dossier> dossiers,
    Rounds rounds) {

  /// Only the releases are so many that a copy of the map would be dear.
  public ConsoleState {
    releases = ShardedMap.copyOf(releases);
  }

  /// Nothing known yet.
  public static ConsoleState at(Instant now) {
    return new ConsoleState(
        now,
        Map.of(),
        Map.of(),
        ShardedMap.empty(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Rounds.NONE);
  }

  public Optional<Release> release(ReleaseRef ref) {
    return Optional.ofNullable(releases.get(ref));
  }

  public Measured measured(ReleaseRef ref) {
    return measured.getOrDefault(ref, Measured.NOTHING);
  }

  /// The newest action on that release.
  public Optional<Pursuit> pursuit(ReleaseRef ref) {
    return pursuits.stream()
        .filter(p -> p.errand().release().equals(ref))
        .max(Comparator.comparingLong(p -> p.errand().id()));
  }

  /// The newest action on that release that is not over yet.
  public Optional<Pursuit> underWay(ReleaseRef ref) {
    return pursuits.stream()
        .filter(p -> p.errand().release().equals(ref))
        .filter(p -> !p.standing().over())
        .max(Comparator.comparingLong(p -> p.errand().id()));
  }

  public Optional<Pursuit> pursuit(long id) {
    return pursuits.stream().filter(p -> p.errand().id() == id).findFirst();
  }

  /// How the watch that brings that release stands.
  public Link link(ReleaseRef ref) {
    var own = links.get(new Scope(ref.context(), Optional.of(ref.namespace())));
    var all = links.get(new Scope(ref.context(), Optional.empty()));
    return Optional.ofNullable(own)
        .or(() -> Optional.ofNullable(all))
        .orElseGet(Link.Connecting::new);
  }

  /// What the user may do to that release; everything until the API server has said otherwise.
  public Permissions permissionsAt(ReleaseRef ref) {
    return permissions.getOrDefault(Place.of(ref), Permissions.ALL);
  }

  /// What that release's canary is held to.
  public Limits limits(ReleaseRef ref) {
    return requirements(ref).limits();
  }

  /// What that release's policy asks for, over what its user's own settings say.
  public Requirements requirements(ReleaseRef ref) {
    var usual =
        Optional.ofNullable(identities.get(ref.context()))
            .map(Identity::limits)
            .orElse(Limits.DEFAULT);
    return new Requirements(policy(ref), usual);
  }

  /// What that release is held to; what is built in where nothing is known.
  public Policy policy(ReleaseRef ref) {
    return law(ref).map(law -> law.book().policy(ref)).orElse(Policy.BUILT_IN);
  }

  /// What the judge is to be asked about that release.
  public Optional<Docket> docket(ReleaseRef ref) {
    return release(ref)
        .map(release ->
            Docket.of(release, requirements(ref), dossier(ref).weights(), serverNow(ref)));
  }

  /// The policies of the scope that brings that release; empty while they were not read.
  public Optional<Law> law(ReleaseRef ref) {
    var own = laws.get(new Scope(ref.context(), Optional.of(ref.namespace())));
    return Optional.ofNullable(own)
        .or(() -> Optional.ofNullable(laws.get(new Scope(ref.context(), Optional.empty()))));
  }

  public Dossier dossier(ReleaseRef ref) {
    return dossiers.getOrDefault(ref, Dossier.EMPTY);
  }

  /// Whether, but for the clock, it differs from the other in newer signs of life at most.
  boolean looksAs(ConsoleState other) {
    return Maps.same(identities, other.identities)
        && Maps.same(releases, other.releases)
        && Maps.same(permissions, other.permissions)
        && Maps.same(measured, other.measured)
        && focus.equals(other.focus)
        && Maps.same(pursuits, other.pursuits)
        && Maps.same(problems, other.problems)
        && Maps.same(laws, other.laws)
        && Maps.same(dossiers, other.dossiers)
        && rounds.equals(other.rounds)
        && links.keySet().equals(other.links.keySet())
        && links.entrySet().stream()
            .allMatch(entry -> looksAs(entry.getValue(), other.links.get(entry.getKey())));
  }

  private static boolean looksAs(Link link, @Nullable Link other) {
    return link.equals(other) || (link instanceof Link.Live && other instanceof Link.Live);
  }

  /// The time on that cluster's clock, for soak clocks and the ages of what the cluster dated.
  public Instant serverNow(ReleaseRef ref) {
    var ahead =
        Optional.ofNullable(identities.get(ref.context()))
            .map(Identity::clockAhead)
            .orElse(Duration.ZERO);
    return now.plus(ahead);
  }

  ConsoleState with(Instant later) {
    return changed(draft -> draft.now = later);
  }

  ConsoleState withIdentities(Map<String, Identity> next) {
    return next.equals(identities) ? this : changed(draft -> draft.identities = next);
  }

  ConsoleState withLinks(Map<Scope, Link> next) {
    return next.equals(links) ? this : changed(draft -> draft.links = next);
  }

  ConsoleState withReleases(Map<ReleaseRef, Release> next) {
    return Maps.same(next, releases) ? this : changed(draft -> draft.releases = next);
  }

  ConsoleState withPermissions(Map<Place, Permissions> next) {
    return next.equals(permissions) ? this : changed(draft -> draft.permissions = next);
  }

  ConsoleState withMeasured(Map<ReleaseRef, Measured> next) {
    return Maps.same(next, measured) ? this : changed(draft -> draft.measured = next);
  }

  ConsoleState with(Optional<Focus> next) {
    return next.equals(focus) ? this : changed(draft -> draft.focus = next);
  }

  /// The open page, where it is that release's.
  public Optional<Focus> focusOn(ReleaseRef ref) {
    return focus.filter(open -> open.release().equals(ref));
  }

  /// Changes the open page, where it is that release's.
  ConsoleState onFocus(ReleaseRef ref, UnaryOperator<Focus> change) {
    return focusOn(ref).map(open -> with(Optional.of(change.apply(open)))).orElse(this);
  }

  ConsoleState withPursuits(List<Pursuit> next) {
    return Maps.same(next, pursuits) ? this : changed(draft -> draft.pursuits = next);
  }

  ConsoleState withProblems(List<Failure> next) {
    return next.equals(problems) ? this : changed(draft -> draft.problems = next);
  }

  ConsoleState withLaws(Map<Scope, Law> next) {
    return Maps.same(next, laws) ? this : changed(draft -> draft.laws = next);
  }

  ConsoleState with(Rounds next) {
    return next.equals(rounds) ? this : changed(draft -> draft.rounds = next);
  }

  ConsoleState with(ReleaseRef ref, Dossier next) {
    if (dossier(ref).equals(next)) {
      return this;
    }
    var kept =
        next.equals(Dossier.EMPTY) ? Maps.without(dossiers, ref) : Maps.with(dossiers, ref, next);
    return changed(draft -> draft.dossiers = kept);
  }

  private ConsoleState changed(Consumer<StateDraft> change) {
    var draft = new StateDraft(this);
    change.accept(draft);
    return draft.state();
  }
}
