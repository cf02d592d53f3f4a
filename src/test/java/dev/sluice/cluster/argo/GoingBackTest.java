package dev.sluice.cluster.argo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.act.Move;
import dev.sluice.act.Write;
import dev.sluice.cluster.argo.ModelCluster.Kind;
import dev.sluice.release.Action;
import dev.sluice.release.Owner;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Roll back against a model of the controller, in every situation, while the world moves at every
/// point. The goal is always revision `a`; `b` is the bad one, `c` a third.
class GoingBackTest {

  @ParameterizedTest
  @MethodSource("situations")
  void endsOnItsTargetWhenNobodyInterferes(Situation situation) {
    var drive = new Drive(situation, new Owner.Nobody());
    drive.run();
    drive.assertHeld();
  }

  @ParameterizedTest
  @MethodSource("situations")
  void endsOnItsTargetWhateverOneOtherDoesAndWhenever(Situation situation) {
    for (var event : World.values()) {
      for (int at = 0; at < Drive.POINTS; at++) {
        var drive = new Drive(situation, new Owner.Nobody());
        drive.interfere(at, event);
        drive.run();
        drive.assertHeld();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("situations")
  void endsOnItsTargetWhateverTwoOthersDoAtOnce(Situation situation) {
    for (var first : World.values()) {
      for (var second : World.values()) {
        for (int at = 0; at < Drive.POINTS; at++) {
          for (int then = at; then < Math.min(at + 3, Drive.POINTS); then++) {
            var drive = new Drive(situation, new Owner.Nobody());
            drive.interfere(at, first);
            drive.interfere(then, second);
            drive.run();
            drive.assertHeld();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("situations")
  void endsOnItsTargetUnderAnOwnerThatHealsOnce(Situation situation) {
    for (int at = 0; at < Drive.POINTS; at++) {
      var drive = new Drive(situation, new Owner.ArgoCd("shop"));
      drive.interfere(at, World.SELF_HEAL);
      drive.run();
      drive.assertHeld();
    }
  }

  @Test
  void survivesASyncThatAlwaysReappliesWhenAnUpdateIsUnderWay() {
    for (var kind : Kind.values()) {
      var drive =
          new Drive(
              new Situation("under way", kind, GoingBackTest::underWay), new Owner.Flux("a/b"));
      drive.always(World.SELF_HEAL);
      drive.run();
      drive.assertHeld();
      assertThat(drive.sent).containsExactly(new ArgoWrite.Abort());
    }
  }

  @Test
  void leavesAnUpdateByAbortAlone() {
    assertThat(writes("under way", Kind.ROUTED)).containsExactly(new ArgoWrite.Abort());
    assertThat(writes("under way", Kind.BASIC)).containsExactly(new ArgoWrite.Abort());
    assertThat(writes("under way", Kind.BLUE_GREEN)).containsExactly(new ArgoWrite.Abort());
  }

  @Test
  void neverAbortsAFullPromotion() {
    assertThat(writes("promoted fully", Kind.ROUTED)).containsExactly(new ArgoWrite.Undo("a"));
    assertThat(writes("promoted fully", Kind.BASIC)).containsExactly(new ArgoWrite.Undo("a"));
  }

  @Test
  void undoesAFinishedUpdateAndPromotesTheWayBackFully() {
    for (var kind : Kind.values()) {
      assertThat(writes("finished", kind))
          .containsExactly(new ArgoWrite.Undo("a"), new ArgoWrite.PromoteBack("a"));
    }
  }

  @Test
  void liftsAPauseOnlyWhereItKeepsUsersFromTheTarget() {
    assertThat(writes("under way, paused", Kind.ROUTED)).containsExactly(new ArgoWrite.Abort());
    assertThat(writes("under way, paused", Kind.BASIC))
        .containsExactly(new ArgoWrite.Abort(), new ArgoWrite.LiftPause());
    assertThat(writes("finished, paused", Kind.ROUTED))
        .containsExactly(
            new ArgoWrite.Undo("a"), new ArgoWrite.LiftPause(), new ArgoWrite.PromoteBack("a"));
  }

  @Test
  void doesNotAbortASwitchedBlueGreenWhosePodsAreNotAllThere() {
    assertThat(writes("switched, analysing", Kind.BLUE_GREEN))
        .containsExactly(new ArgoWrite.Abort());
    assertThat(writes("switched, crashing", Kind.BLUE_GREEN))
        .containsExactly(new ArgoWrite.Undo("a"));
  }

  @Test
  void refusesATargetWhosePodsCannotBeMadeAgain() {
    var release = Releases.of(Kind.ROUTED).revision("a", 4).revision("b", 1).build();

    var move = next("z", release);

    assertThat(move)
        .isInstanceOfSatisfying(
            Move.Refuse.class,
            refuse -> assertThat(refuse.why().key()).isEqualTo("argo.back.gone"));
  }

  @Test
  void leavesAnUpdateByTheManifestWhereTheStatusIsDenied() {
    var release = Releases.of(Kind.ROUTED).revision("a", 4).revision("b", 1).build();

    assertThat(next("a", release)).isEqualTo(new Move.Send(new ArgoWrite.Abort()));
    assertThat(next("a", release, Permissions.Kind.STATUS))
        .isEqualTo(new Move.Send(new ArgoWrite.Undo("a")));
    assertThat(next("a", release, Permissions.Kind.STATUS, Permissions.Kind.MANIFEST))
        .isEqualTo(new Move.Send(new ArgoWrite.Abort()));
  }

  @Test
  void waitsForSomebodyElseWhereTheWayBackMayNotBePromoted() {
    var release =
        Releases.of(Kind.ROUTED).hashes("b", "a").revision("a", 1).revision("b", 4).build();

    assertThat(next("a", release, Permissions.Kind.STATUS))
        .isInstanceOfSatisfying(
            Move.Wait.class, wait -> assertThat(wait.what().key()).isEqualTo("argo.back.steps"));
  }

  private static Move next(String target, Release now, Permissions.Kind... denied) {
    var may = new Permissions(Stream.of(denied).collect(Collectors.toMap(k -> k, _ -> "no")));
    return new ArgoTactics()
        .within(may)
        .next(new Action.RollBack(target), Facts.of(now), now, List.of());
  }

  private static Move next(String target, Release now) {
    return new ArgoTactics().next(new Action.RollBack(target), Facts.of(now), now, List.of());
  }

  private static List<Write> writes(String name, Kind kind) {
    var situation = situations().filter(s -> s.name().equals(name) && s.kind() == kind).findFirst();
    var drive = new Drive(situation.orElseThrow(), new Owner.Nobody());
    drive.run();
    drive.assertHeld();
    return drive.sent;
  }

  static Stream<Situation> situations() {
    var all = new ArrayList<Situation>();
    for (var kind : Kind.values()) {
      all.add(new Situation("under way", kind, GoingBackTest::underWay));
      all.add(
          new Situation(
              "under way, paused", kind, with(GoingBackTest::underWay, GoingBackTest::pause)));
      all.add(
          new Situation(
              "promoted fully", kind, with(GoingBackTest::underWay, GoingBackTest::promote)));
      all.add(new Situation("finished", kind, GoingBackTest::finished));
      all.add(
          new Situation(
              "finished, paused", kind, with(GoingBackTest::finished, GoingBackTest::pause)));
      all.add(new Situation("to an older one", kind, GoingBackTest::older));
      all.add(
          new Situation("new manifest", kind, with(GoingBackTest::underWay, c -> c.apply("c"))));
    }
    all.add(
        new Situation(
            "within delay", Kind.BLUE_GREEN, with(GoingBackTest::finished, GoingBackTest::delay)));
    all.add(new Situation("switched, analysing", Kind.BLUE_GREEN, GoingBackTest::analysing));
    all.add(
        new Situation(
            "switched, crashing",
            Kind.BLUE_GREEN,
            with(GoingBackTest::analysing, GoingBackTest::crash)));
    return all.stream();
  }

  private static Consumer<ModelCluster> with(
      Consumer<ModelCluster> first, Consumer<ModelCluster> then) {
    return first.andThen(then);
  }

  private static void underWay(ModelCluster cluster) {
    cluster.apply("b");
    cluster.settle();
    assertThat(cluster.pauseCondition).isTrue();
  }

  private static void finished(ModelCluster cluster) {
    underWay(cluster);
    cluster.promoteFull = true;
    cluster.settle();
    assertThat(cluster.stable).isEqualTo("b");
  }

  private static void older(ModelCluster cluster) {
    finished(cluster);
    cluster.apply("c");
    cluster.settle();
  }

  private static void analysing(ModelCluster cluster) {
    underWay(cluster);
    cluster.analysing = true;
    cluster.pauseCondition = false;
    cluster.settle();
    assertThat(cluster.active).isEqualTo("b");
    assertThat(cluster.stable).isEqualTo("a");
  }

  private static void crash(ModelCluster cluster) {
    cluster.crashing = true;
    cluster.available.put("b", ModelCluster.FULL - 1);
  }

  private static void pause(ModelCluster cluster) {
    cluster.paused = true;
    cluster.edit();
    cluster.reconcile();
  }

  private static void promote(ModelCluster cluster) {
    cluster.promoteFull = true;
  }

  private static void delay(ModelCluster cluster) {
    cluster.withinDelay = true;
  }
}
