package dev.sluice.state;

import dev.sluice.act.Pursuit;
import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The next state while it is being made from the one before; never seen outside [ConsoleState].
final class StateDraft {
  Instant now;
  Map<String, Identity> identities;
  Map<Scope, Link> links;
  Map<ReleaseRef, Release> releases;
  Map<Place, Permissions> permissions;
  Map<ReleaseRef, Measured> measured;
  Optional<Focus> focus;
  List<Pursuit> pursuits;
  List<Failure> problems;
  Map<Scope, Law> laws;
  Map<ReleaseRef, Dossier> dossiers;
  Rounds rounds;

  StateDraft(ConsoleState before) {
    now = before.now();
    identities = before.identities();
    links = before.links();
    releases = before.releases();
    permissions = before.permissions();
    measured = before.measured();
    focus = before.focus();
    pursuits = before.pursuits();
    problems = before.problems();
    laws = before.laws();
    dossiers = before.dossiers();
    rounds = before.rounds();
  }

  ConsoleState state() {
    return new ConsoleState(
        now,
        identities,
        links,
        releases,
        permissions,
        measured,
        focus,
        pursuits,
        problems,
        laws,
        dossiers,
        rounds);
  }
}
