package dev.sluice.ui.release;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.Card;
import dev.sluice.ui.control.GateList;
import dev.sluice.ui.control.VerdictCard;
import dev.sluice.ui.verdict.JudgementCard;
import java.util.function.Consumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The cards beside the charts: the verdict, what comes next, gates, the way back, pods, policy,
/// links.
final class SideColumn extends ScrollPane {
  private final JudgementCard judgement;
  private final ConductCard conduct;
  private final PolicyList policy = new PolicyList();
  private final GateList gates = new GateList();
  private final VerdictCard wayBack = new VerdictCard();
  private final PodList pods;
  private final LinkList links;
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
    this.gatesCard = new Card(gates, conduct.signing());
    this.pods = new PodList(intents::readLog);
    this.links = new LinkList(intents::browse);
    this.podsCard = new Card(pods);
    this.linksCard = new Card(links);
    getStyleClass().add("side");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    gatesCard.getStyleClass().add("gates");
    wayBackCard.title(Texts.of("card.wayback"));
    podsCard.title(Texts.of("card.pods"));
    linksCard.title(Texts.of("card.links"));
    linksCard.getStyleClass().add("links");
    judgementCard.corner(judgement.opener());
    conductCard.title(Texts.of("card.next"));
    policyCard.title(Texts.of("card.policy"));
    var cards =
        new VBox(
            judgementCard, conductCard, gatesCard, wayBackCard, podsCard, policyCard, linksCard);
    cards.getStyleClass().add("side-cards");
    setContent(cards);
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
    policy.show(next.policy());
    policyCard.show(!next.policy().empty());
    gatesCard.title(next.gatesFor());
    gatesCard.show(!next.gates().isEmpty());
    gates.show(next.gates());
    wayBack.show(next.wayBack());
    pods.show(next.pods());
    podsCard.show(!next.pods().isEmpty());
    links.show(next.references());
    linksCard.show(!next.references().isEmpty());
  }
}
