package dev.sluice.ui.release;

import dev.sluice.state.Event;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.HoldButton;
import dev.sluice.ui.control.HoldTimes;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Shapes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The clusters of one release side by side, and one button that takes it back in all that have the
/// bad version. Below them stand those that did not go back.
final class ClusterStrip extends VBox {
  /// Which cluster it is, and where it stands, come before the words for opening it.
  private static final double ROOMY = 200;

  private final Intents intents;
  private final HBox cards = Labels.row("clusters");
  private final HoldButton back;
  private final Label effect = Labels.cut("", "dim", "small");
  private final VBox together;
  private final VBox refusals = new VBox();
  private ClustersView view = ClustersView.NONE;
  private ClustersView.@Nullable Together begun;

  ClusterStrip(Intents intents) {
    this(intents, gesture -> new HoldButton(HoldTimes.ROLLBACK, gesture));
  }

  ClusterStrip(Intents intents, Function<HoldButton.Gesture, HoldButton> buttons) {
    this.intents = intents;
    this.back = buttons.apply(new Finger());
    getStyleClass().add("fleet");
    back.getStyleClass().addAll("danger", "everywhere");
    back.picture(Shapes.backEverywhere());
    together = new VBox(back, effect);
    together.getStyleClass().add("together");
    cards.setFillHeight(true);
    HBox.setHgrow(cards, Priority.ALWAYS);
    setMinHeight(USE_PREF_SIZE);
    together.setMinWidth(USE_PREF_SIZE);
    refusals.getStyleClass().add("news-list");
    getChildren().addAll(Labels.row("cluster-strip", cards, together), refusals);
    back.visibleProperty().bind(together.visibleProperty());
    Labels.shown(together, false);
    Labels.shown(this, false);
  }

  /// Shows these clusters. Going back is let go when it would now mean something else.
  void show(ClustersView next) {
    if (next.equals(view)) {
      return;
    }
    var before = view;
    view = next;
    Labels.shown(this, !next.clusters().isEmpty());
    cards.getChildren().setAll(next.clusters().stream().map(this::card).toList());
    Labels.shown(together, next.together().isPresent());
    showRefusals(before.refusals());
    boolean moved = !targets(before).equals(targets(next));
    boolean letGo = moved && back.letGo();
    next.together()
        .ifPresent(all -> {
          back.say(all.label());
          String lines = String.join("\n", all.lines());
          effect.setText(letGo ? Texts.of("fleet.moved") : all.hint());
          effect.setTooltip(new Tooltip(lines));
          back.setAccessibleHelp(lines);
        });
  }

  /// A command that is being copied is not taken away for what others have come to.
  private void showRefusals(List<ClustersView.Refusal> before) {
    if (!view.refusals().equals(before)) {
      refusals
          .getChildren()
          .setAll(
              view.refusals().stream().map(each -> new RefusalRow(each, intents::open)).toList());
    }
    Labels.shown(refusals, !view.refusals().isEmpty());
  }

  HoldButton back() {
    return back;
  }

  private VBox card(ClusterView cluster) {
    Label context = Labels.keptName(cluster.ref().context(), 80, "medium");
    var head =
        Labels.row(
            "cluster-head",
            Shapes.slot(cluster.mark()),
            context,
            Labels.gap(),
            Labels.whole(Labels.of(cluster.share(), "strong")));
    Label health = Labels.cut(cluster.health(), "dim");
    var line =
        Labels.row("cluster-line", Labels.keptName(cluster.change(), 80), Labels.gap(), health);
    var card = new VBox(head, line);
    if (!cluster.open()) {
      var open = open(cluster);
      card.widthProperty().subscribe(width -> place(open, head, line, width.doubleValue()));
    }
    card.widthProperty().subscribe(width -> Labels.shown(health, width.doubleValue() >= ROOMY));
    Tooltip.install(card, new Tooltip(spoken(cluster)));
    if (!cluster.aside().isEmpty()) {
      card.getChildren()
          .add(
              Labels.row(
                  "cluster-line", Shapes.slot(cluster.asideMark()), Labels.cut(cluster.aside())));
    }
    card.getStyleClass().addAll("cluster", cluster.open() ? "here" : "there");
    card.setAccessibleText(spoken(cluster));
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  /// In words beside the name, or as a mark in the place of what has no room.
  private static void place(Button open, HBox head, HBox line, double width) {
    boolean roomy = width >= ROOMY;
    head.getChildren().remove(open);
    line.getChildren().remove(open);
    (roomy ? head : line).getChildren().add(open);
    open.setContentDisplay(roomy ? ContentDisplay.TEXT_ONLY : ContentDisplay.GRAPHIC_ONLY);
  }

  private Button open(ClusterView cluster) {
    var open = Labels.whole(new Button(Texts.of("fleet.open"), Shapes.chevron()));
    open.getStyleClass().addAll("quiet", "inline");
    open.setAccessibleText(Texts.of("fleet.open.spoken", cluster.ref().context()));
    open.setOnAction(_ -> intents.open(cluster.ref()));
    return open;
  }

  private static String spoken(ClusterView cluster) {
    return String.join(
        ", ",
        cluster.ref().context(),
        cluster.share(),
        cluster.change(),
        cluster.health(),
        cluster.aside());
  }

  /// What the button would send, without what may change from moment to moment.
  private static List<String> targets(ClustersView view) {
    return view.together().stream()
        .flatMap(all -> all.fires().stream())
        .map(fire -> fire.release() + " " + fire.action())
        .toList();
  }

  private final class Finger implements HoldButton.Gesture {
    @Override
    public void begun() {
      begun = view.together().orElse(null);
    }

    @Override
    public void complete() {
      List<Event.Fire> fires =
          Optional.ofNullable(begun).map(ClustersView.Together::fires).orElse(List.of());
      if (!fires.isEmpty()) {
        intents.fireTogether(fires);
      }
    }

    @Override
    public void brokenOff() {
      begun = null;
    }
  }
}
