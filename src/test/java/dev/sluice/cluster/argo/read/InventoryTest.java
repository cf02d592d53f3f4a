package dev.sluice.cluster.argo.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.argo.objects.Pod;
import dev.sluice.cluster.argo.objects.ReplicaSet;
import dev.sluice.cluster.argo.objects.Run;
import dev.sluice.cluster.argo.objects.Selection;
import dev.sluice.release.Analysis;
import dev.sluice.release.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InventoryTest {
  private static final Scope SHOP = new Scope("test", Optional.of("shop"));
  private static final Scope BANK = new Scope("test", Optional.of("bank"));

  private final Inventory inventory = new Inventory();
  private final Parts sample = Fixture.named("canary-mid-step").parts();
  private final String uid = sample.rollout().meta().uid();

  private static Pod pod(String uid, String owner) {
    return new Pod(uid, owner, true, null, false, 0, null, null, List.of());
  }

  private static Run run(String uid, String owner, Analysis.Kind kind, String hash) {
    var analysis = new Analysis(uid, kind, hash, "Running", "", List.of());
    return new Run(uid, owner, Instant.EPOCH, analysis);
  }

  private static Selection selection(String namespace, String service) {
    return new Selection(namespace + service, namespace, service, "abc");
  }

  private static Run experiment(String uid, String owner) {
    return run(uid, owner, Analysis.Kind.EXPERIMENT, "7d8f9b6c5");
  }

  private static Run analysis(String uid, String owner) {
    return run(uid, owner, Analysis.Kind.ANALYSIS_RUN, "");
  }

  @Test
  void aPodConcernsTheRolloutOfItsReplicaSet() {
    var pod = pod("p", sample.replicaSets().getFirst().uid());
    assertThat(inventory.concerned(pod)).isEmpty();
    inventory.replicaSets.put(SHOP, sample.replicaSets().getFirst());
    assertThat(inventory.concerned(pod)).containsExactly(uid);
  }

  @Test
  void aServiceConcernsTheBlueGreensThatNameIt() {
    var rollout = Fixture.named("blue-green-before").parts().rollout();
    inventory.rollouts.put(SHOP, rollout);
    assertThat(inventory.concerned(selection("shop", "checkout-active")))
        .containsExactly(rollout.meta().uid());
    assertThat(inventory.concerned(selection("shop", "checkout-preview"))).hasSize(1);
    assertThat(inventory.concerned(selection("shop", "basket-active"))).isEmpty();
    assertThat(inventory.concerned(selection("bank", "checkout-active"))).isEmpty();
  }

  @Test
  void aBlueGreenIsMadeOfItsOwnServicesAlone() {
    var rollout = Fixture.named("blue-green-before").parts().rollout();
    inventory.selections.put(SHOP, selection("shop", "checkout-active"));
    inventory.selections.put(SHOP, selection("shop", "basket-active"));
    assertThat(inventory.parts(rollout).selections())
        .containsExactly(Map.entry("checkout-active", "abc"));
  }

  @Test
  void ofManyOwnedByOneEachIsFoundAndLeaves() {
    for (int i = 0; i < 40; i++) {
      inventory.pods.put(SHOP, pod("p" + i, "rs"));
    }
    assertThat(inventory.pods.owned("rs")).hasSize(40);
    for (int i = 0; i < 35; i++) {
      inventory.pods.remove(SHOP, "p" + i);
      assertThat(inventory.pods.owned("rs")).hasSize(39 - i);
    }
    inventory.pods.put(SHOP, pod("q", "rs"));
    assertThat(inventory.pods.owned("rs"))
        .extracting(Pod::uid)
        .containsExactlyInAnyOrder("p35", "p36", "p37", "p38", "p39", "q");
  }

  @Test
  void anExperimentsAnalysisBelongsToTheExperimentsRolloutAndRevision() {
    inventory.rollouts.put(SHOP, sample.rollout());
    inventory.experiments.put(SHOP, experiment("e", uid));
    var analysis = analysis("a", "e");
    inventory.analysisRuns.put(SHOP, analysis);
    assertThat(inventory.concerned(analysis)).containsExactly(uid);
    var release = Projection.of("test", inventory.parts(sample.rollout()));
    assertThat(release.analyses()).extracting(Analysis::name).containsExactlyInAnyOrder("e", "a");
  }

  @Test
  void aListingReplacesItsOwnScopeOnly() {
    inventory.pods.put(SHOP, pod("a", "rs"));
    inventory.pods.put(SHOP, pod("b", "rs"));
    inventory.pods.put(BANK, pod("c", "rs"));
    inventory.pods.replace(SHOP, List.of(pod("b", "rs"), pod("d", "other")));
    assertThat(inventory.pods.owned("rs")).extracting(Pod::uid).containsExactlyInAnyOrder("b", "c");
    assertThat(inventory.pods.owned("other")).extracting(Pod::uid).containsExactly("d");
    assertThat(inventory.pods.find("a")).isEmpty();
    assertThat(inventory.pods.scopeOf("c")).contains(BANK);
  }

  @Test
  void anObjectThatChangesItsOwnerIsFoundUnderTheNewOneOnly() {
    inventory.pods.put(SHOP, pod("a", "one"));
    inventory.pods.put(SHOP, pod("a", "two"));
    assertThat(inventory.pods.owned("one")).isEmpty();
    assertThat(inventory.pods.owned("two")).hasSize(1);
  }

  @Test
  void whatIsRemovedIsHandedBackOnce() {
    inventory.replicaSets.put(
        SHOP, new ReplicaSet("r", "o", sample.replicaSets().getFirst().revision()));
    assertThat(inventory.replicaSets.remove(SHOP, "r")).isPresent();
    assertThat(inventory.replicaSets.remove(SHOP, "r")).isEmpty();
    assertThat(inventory.replicaSets.owned("o")).isEmpty();
  }
}
