package dev.sluice.cluster.argo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.act.Move;
import dev.sluice.act.Write;
import dev.sluice.release.Action;
import dev.sluice.release.Owner;
import java.util.ArrayList;
import java.util.List;

/// Rolls a model back to `a` as the console would: look, decide, send, look again, until the effect
/// holds. Between any two of these others may interfere.
final class Drive {
  /// Moments at which others may interfere: three in each of the first rounds.
  static final int POINTS = 9;

  private static final int ROUNDS = 80;
  private static final int HOLD = 4;

  final List<Write> sent = new ArrayList<>();
  private final List<Object> told = new ArrayList<>();
  private final List<List<World>> events = new ArrayList<>();
  private final List<World> always = new ArrayList<>();
  private final ModelCluster cluster;
  private final ModelApi api;
  private int point;

  Drive(Situation situation, Owner owner) {
    cluster = situation.build();
    api = new ModelApi(cluster, owner);
    told.add(situation);
    for (int i = 0; i < POINTS; i++) {
      events.add(new ArrayList<>());
    }
  }

  void interfere(int at, World event) {
    events.get(at).add(event);
  }

  void always(World event) {
    always.add(event);
  }

  void run() {
    var armed = Facts.of(api.read());
    int held = 0;
    for (int round = 0; round < ROUNDS && (held < HOLD || point < POINTS); round++) {
      pass();
      var seen = api.read();
      var move = new ArgoTactics().next(new Action.RollBack("a"), armed, seen, sent);
      note(move);
      held = move instanceof Move.Done ? held + 1 : 0;
      pass();
      if (move instanceof Move.Send(ArgoWrite write)) {
        if (api.send(seen, write)) {
          sent.add(write);
        } else {
          told.add("refused");
        }
      }
      pass();
      cluster.reconcile();
    }
  }

  private void note(Object what) {
    if (!told.getLast().equals(what)) {
      told.add(what);
    }
  }

  private void pass() {
    if (point < POINTS) {
      events
          .get(point)
          .forEach(event -> {
            told.add(event);
            event.happen(cluster);
          });
    }
    always.forEach(event -> event.happen(cluster));
    point++;
  }

  void assertHeld() {
    cluster.settle();
    assertThat(cluster.serves("a")).as("users on a: %s", told).isTrue();
    assertThat(cluster.stable).as("stable: %s", told).isEqualTo("a");
    assertThat(cluster.current.equals("a") || cluster.abort).as("stays: %s", told).isTrue();
  }
}
