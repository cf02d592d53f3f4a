package dev.sluice.ui.release;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.Card;
import dev.sluice.ui.control.GateList;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.VerdictCard;
import dev.sluice.ui.verdict.JudgementCard;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The cards beside the charts: the verdict, what comes next, gates, the way back, pods, policy,
/// links.
final class SideColumn extends ScrollPane {
  private static final double EDGE = 16;

  private final JudgementCard judgement;
  private final ConductCard conduct;
  private final PolicyList policy = new PolicyList();
  private final GateList gates = new GateList();
  private final VerdictCard wayBack = new VerdictCard();
  private final PodList pods;
  private final LinkList links;
  private final Button review = Labels.whole(new Button(Texts.of("review.show")));
  private final Card judgementCard;
  private final Card conductCard;
  private final Card policyCard = new Card(policy);
  private final Card gatesCard;
  private final Card wayBackCard = new Card(wayBack);
  private final Card podsCard;
  private final Card linksCard;
  private @Nullable SideView view;

  /// @param prove what happens when the evidence is asked for, or no more
  SideColumn(Intents intents, ConductCard.Hand hand, Consumer<Boolean> prove) {
    this.judgement = new JudgementCard(prove);
    this.judgementCard = new Card(judgement);
    this.conduct = new ConductCard(hand);
    this.conductCard = new Card(conduct);
    this.gatesCard = new Card(gates, conduct.signing(), conduct.promoting());
    this.pods = new PodList(intents::readLog);
    this.links = new LinkList(intents::browse);
    this.podsCard = new Card(pods);
    this.linksCard = new Card(links);
    getStyleClass().add("side");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    wayBackCard.title(Texts.of("card.wayback"));
    podsCard.getStyleClass().add("seen");
    podsCard.title(Texts.of("card.pods"));
    linksCard.title(Texts.of("card.links"));
    linksCard.getStyleClass().add("links");
    review.getStyleClass().addAll("quiet", "inline");
    review.setAccessibleHelp(Texts.of("review.show.help"));
    review.setOnAction(_ -> sign());
    Labels.shown(review, false);
    judgementCard.corner(Labels.row("corner", review, judgement.opener()));
    conductCard.title(Texts.of("card.next"));
    policyCard.title(Texts.of("card.policy"));
    var cards =
        new VBox(
            judgementCard, conductCard, gatesCard, wayBackCard, podsCard, policyCard, linksCard);
    cards.getStyleClass().add("side-cards");
    setContent(cards);
  }

  /// Brings what signs into view and the focus onto it. It signs nothing.
  private void sign() {
    layout();
    double below = getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
    var at = conduct.signing().localToScene(conduct.signing().getLayoutBounds());
    double end = getContent().sceneToLocal(at).getMaxY() - getViewportBounds().getHeight();
    setVvalue(below <= 0 ? 0 : Math.clamp((end + EDGE) / below, 0, 1));
    conduct.signing().point();
  }

  /// Whether the evidence is shown.
  void proving(boolean on) {
    judgement.proving(on);
  }

  void show(SideView next) {
    if (next.equals(view)) {
      return;
    }
    view = next;
    judgement.show(next.judgement());
    judgementCard.title(next.judgement().title());
    judgementCard.show(!next.judgement().empty());
    conduct.show(next.conduct());
    Labels.shown(review, next.conduct().signs() && next.conduct().signing().isEmpty());
    policy.show(next.policy());
    policyCard.show(!next.policy().empty());
    gatesCard.title(next.gatesFor());
    gatesCard.show(!next.gates().isEmpty() || next.conduct().promotes().isPresent());
    gates.show(next.gates());
    wayBack.show(next.wayBack());
    pods.show(next.pods());
    podsCard.show(!next.pods().isEmpty());
    links.show(next.references());
    linksCard.show(!next.references().isEmpty());
  }
}
