package dev.sluice.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseDraft;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.state.Event;
import dev.sluice.state.Place;
import dev.sluice.ui.release.ClustersView.Refusal;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeftBehindTest {
  private static final Release ASIA = Samples.elsewhere("prod-asia", 1, 1, "v1.8.2");

  private final World world =
      World.of(Samples.canary()).read(Samples.CHECKOUT, Samples.readings()).fleet();

  @Test
  void aClusterThatRefusesSaysWhichRightIsMissingAndForWhom() {
    assertThat(refusal().what()).isEqualTo("prod-asia did not go back.");
    assertThat(refusal().why())
        .isEqualTo(
            "alice may not patch rollouts/status (argoproj.io) in the namespace shop there.");
  }

  @Test
  void itSaysWhatSomebodyElseCanRun() {
    assertThat(refusal().todo()).isEqualTo("Ask somebody who may to run:");
    assertThat(refusal().command())
        .isEqualTo("sluice rollback checkout -n shop --context prod-asia --to a");
  }

  /// A kubeconfig chooses the names of its contexts.
  @Test
  void whatIsPastedRunsNothingThatANameHides() {
    var hiding = in("prod; rm -rf x", ASIA);
    world.tell(new Event.Seen(hiding));
    world.tell(rollBack(hiding));
    long id = world.state().pursuit(hiding.ref()).orElseThrow().errand().id();
    world.tell(new Event.Replied(id, Result.failed(new Failure.Forbidden("prod", "no"))));
    assertThat(refusals())
        .extracting(Refusal::command)
        .contains("sluice rollback checkout -n shop --context 'prod; rm -rf x' --to a");
  }

  @Test
  void itStaysHoweverMuchTimeGoesBy() {
    world.goesBackTogether(Samples.CHECKOUT).pass(Duration.ofHours(3));
    assertThat(refusals()).extracting(Refusal::ref).contains(ASIA.ref());
    assertThat(asia().aside()).isEqualTo("did not go back");
  }

  @Test
  void itGoesOnceSomebodyBroughtTheUsersBackThere() {
    world
        .goesBackTogether(Samples.CHECKOUT)
        .tell(new Event.Seen(in("prod-asia", Samples.aborted())));
    assertThat(refusals()).isEmpty();
  }

  @Test
  void itGoesOnceTheUserActsThereAgain() {
    world.goesBackTogether(Samples.CHECKOUT).tell(rollBack(ASIA));
    assertThat(refusals()).isEmpty();
  }

  @Test
  void aClusterWhereTheUserMayNotActIsNamedBeforeAndAfter() {
    world.watching("prod-asia");
    denied();
    var together = world.view(Samples.CHECKOUT).clusters().together().orElseThrow();
    assertThat(together.label()).isEqualTo("Roll back in 2 clusters");
    assertThat(together.hint()).isEqualTo("hold; not in prod-asia, where you may not");
    assertThat(refusals()).as("nobody has gone back yet").isEmpty();
    world.tell(new Event.FireTogether(together.fires()));
    assertThat(refusals()).extracting(Refusal::ref).containsExactly(ASIA.ref());
    assertThat(refusals().getFirst().why()).startsWith("alice may not patch rollouts/status");
  }

  private void denied() {
    world.tell(
        new Event.Permitted(
            Place.of(ASIA.ref()),
            new Permissions(Map.of(Permissions.Kind.STATUS, "", Permissions.Kind.MANIFEST, ""))));
  }

  private static Event rollBack(Release release) {
    return new Event.Fire(
        release.ref(), new Action.RollBack("a"), Facts.of(release), Optional.empty());
  }

  private Refusal refusal() {
    world.goesBackTogether(Samples.CHECKOUT);
    return refusals().getFirst();
  }

  private List<Refusal> refusals() {
    return world.view(Samples.CHECKOUT).clusters().refusals();
  }

  private ClusterView asia() {
    return world.view(Samples.CHECKOUT).clusters().clusters().getFirst();
  }

  private static Release in(String context, Release at) {
    return ReleaseDraft.of(
        at,
        draft -> {
          draft.ref = new ReleaseRef(context, at.ref().namespace(), at.ref().name());
          draft.version = ASIA.version();
        });
  }
}
