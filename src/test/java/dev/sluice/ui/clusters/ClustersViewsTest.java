package dev.sluice.ui.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.state.Environment;
import dev.sluice.state.Event;
import dev.sluice.state.Settings;
import dev.sluice.state.Survey;
import dev.sluice.text.Invocation;
import dev.sluice.text.Words;
import dev.sluice.ui.clusters.ClustersView.ContextView;
import dev.sluice.ui.clusters.ClustersView.Line;
import dev.sluice.ui.control.LinkView;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.stage.Fleet;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClustersViewsTest {
  @Test
  void withoutAKubeconfigThePlaceWhereItWasLookedForIsNamed() {
    var view = view(new World(), Fleet.nothing());
    assertThat(view.title()).isEqualTo("Nothing to watch yet");
    assertThat(view.lead()).contains("no kubeconfig").contains("practice cluster");
    assertThat(view.files())
        .containsExactly(new Line(Mark.QUIET, "/home/alice/.kube/config (not there)"));
  }

  @Test
  void aKubeconfigWithoutAContextSaysSo() {
    var empty =
        new Survey(
            List.of(new Survey.Source("/home/alice/.kube/config", true)),
            List.of(),
            Optional.empty(),
            List.of(),
            "",
            "",
            Invocation.INSTALLED);
    assertThat(view(new World(), empty).lead()).startsWith("The kubeconfig has no context");
  }

  @Test
  void everyContextThatWasFoundIsListedWithWhatIsInItsWay() {
    var view = view(World.empty("prod-eu"), Fleet.survey());
    assertThat(view.contexts())
        .extracting(ContextView::name)
        .containsExactly("prod-eu", "prod-us", "staging-eu", "lab", "gke_shop_europe-west1");
    assertThat(view.contexts()).extracting(ContextView::watched).startsWith(true, false);
    assertThat(view.contexts().getFirst().note().words()).isEqualTo("kubectl’s current context");
    assertThat(view.contexts().get(3).note().words()).contains("line 14, column 5");
    assertThat(view.contexts().get(2).environment()).isEqualTo(Environment.STAGING);
  }

  @Test
  void aProgramThatIsNotApprovedIsShownWithTheCommandThatApprovesIt() {
    var gke = view(World.empty("prod-eu"), Fleet.survey()).contexts().getLast();
    assertThat(gke.note().mark()).isEqualTo(Mark.WARNING);
    var approval = gke.approval().orElseThrow();
    assertThat(approval.program()).isEqualTo("/usr/bin/gke-gcloud-auth-plugin");
    assertThat(approval.command())
        .startsWith("mvn -q compile exec:exec -Dsluice.args=\"approve gke_shop_europe-west1")
        .contains(approval.digest());
  }

  @Test
  void whoHasNoKubeconfigIsShownHowToNameOneFromWhereTheyStand() {
    assertThat(view(new World(), Fleet.nothing()).logins())
        .contains("mvn -q compile exec:exec -Dsluice.args=\"--kubeconfig FILE\"");
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(Fleet.FORBIDDEN, "forbidden", "Ask for"),
        Arguments.of(Fleet.EXPIRED, "login expired", "Log in again"),
        Arguments.of(Fleet.NO_CRD, "no Argo Rollouts", "Install Argo Rollouts"),
        Arguments.of(Fleet.BROKEN, "cannot be used", "Mend that place"),
        Arguments.of(World.UNREACHABLE, "not connected", "It is tried again by itself"),
        Arguments.of(
            new Failure.Untrusted("prod", Words.of("api.tls.authority")),
            "not trusted",
            "Check the server’s certificate"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void eachWayToBeWithoutAClusterHasAWordAReasonAndSomethingToDo(
      Failure why, String kind, String todo) {
    var view = view(Fleet.down("prod-eu", why), Fleet.survey());
    var link = view.links().getFirst();
    assertThat(link.kind()).isEqualTo(kind);
    assertThat(link.why()).isNotBlank();
    assertThat(link.todo()).startsWith(todo);
    assertThat(view.title()).isEqualTo("Nothing can be seen");
    assertThat(view.lead()).startsWith("None of the watched clusters can be read");
  }

  @Test
  void oneClusterThatCanBeReadIsSomethingToWatch() {
    var world =
        World.empty("prod-eu")
            .tell(new Event.Linked(World.scope("prod-us"), new Link.Down(Fleet.FORBIDDEN)));
    var view = view(world, Fleet.survey());
    assertThat(view.title()).isEqualTo("Clusters");
    assertThat(view.links()).extracting(LinkView::down).containsExactly(false, true);
  }

  @Test
  void whatIsWrongWithAContextIsSaidThereAndNotOnceMore() {
    assertThat(Fleet.survey().problems()).isNotEmpty();
    assertThat(view(World.empty("prod-eu"), Fleet.survey()).problems()).isEmpty();
    var unnamed =
        new Survey(
            List.of(),
            List.of(),
            Optional.empty(),
            Fleet.survey().problems(),
            "",
            "",
            Invocation.INSTALLED);
    assertThat(view(World.empty("prod-eu"), unnamed).problems()).hasSize(1);
  }

  @Test
  void missingMeasurementsAreNamed() {
    var world = World.of(Samples.canary()).unread(Samples.CHECKOUT);
    assertThat(view(world, Fleet.survey()).problems())
        .extracting(Line::words)
        .anyMatch(words -> words.contains("Prometheus"));
  }

  private static ClustersView view(World world, Survey survey) {
    return ClustersViews.of(world.state(), survey, Settings.DEFAULT);
  }
}
