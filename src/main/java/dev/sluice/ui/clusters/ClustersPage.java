package dev.sluice.ui.clusters;

import dev.sluice.text.Texts;
import dev.sluice.ui.clusters.ClustersView.ContextView;
import dev.sluice.ui.clusters.ClustersView.Line;
import dev.sluice.ui.control.Aligned;
import dev.sluice.ui.control.Card;
import dev.sluice.ui.control.CommandField;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Shapes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Which clusters are watched, how they stand, what could be watched, what is missing and what to
/// do about it. It is the first page of somebody who has nothing to watch yet.
public final class ClustersPage extends VBox {
  private final Label title = Labels.of("", "title");
  private final Label lead = Labels.wrapped("", "lead");
  private final Card links = card(Texts.of("clusters.watched"));
  private final Card contexts = card(Texts.of("clusters.found"));
  private final Card files = card(Texts.of("clusters.files"));
  private final Card problems = card(Texts.of("clusters.missing"));
  private final Card logins = card(Texts.of("clusters.logins"));
  private final Card practice;
  private final VBox cards = new VBox();
  private final Button drill = button(Texts.of("clusters.drill"));
  private final Button watch = button(Texts.of("clusters.watch.count", 0), "primary");
  private final Set<String> wanted = new LinkedHashSet<>();
  private final Set<String> watched = new LinkedHashSet<>();
  private @Nullable ClustersView view;

  /// What a person can do here.
  public interface Hand {
    /// Watch these contexts, and no others.
    void watch(List<String> contexts);

    /// Look again and connect anew.
    void refresh();

    /// Open the practice cluster.
    void drill();

    /// Show what can be practised there.
    void exercises();
  }

  public ClustersPage(Hand hand) {
    getStyleClass().addAll("page", "clusters-page");
    watch.setOnAction(_ -> hand.watch(List.copyOf(wanted)));
    Button again = button(Texts.of("clusters.again"));
    again.setOnAction(_ -> hand.refresh());
    drill.setOnAction(_ -> hand.drill());
    Button choose = button(Texts.of("clusters.drill.choose"));
    choose.setOnAction(_ -> hand.exercises());
    practice =
        new Card(
            Labels.wrapped(Texts.of("clusters.drill.why"), "dim"),
            Labels.row("clusters-actions", drill, choose));
    practice.title(Texts.of("clusters.drill.title"));
    cards.getStyleClass().add("clusters-cards");
    var scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(Texts.of("clusters"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren()
        .addAll(
            Labels.row("page-head", Labels.whole(title), Labels.gap(), watch, again), lead, scroll);
  }

  /// Shows how the clusters stand.
  public void show(ClustersView next) {
    if (next.equals(view)) {
      return;
    }
    var before = view;
    view = next;
    title.setText(next.title());
    lead.setText(next.lead());
    var places = new ArrayList<Aligned>();
    fill(links, next.links().stream().map(link -> new LinkRow(link, places)).toList());
    fill(files, next.files().stream().map(ClustersPage::line).toList());
    fill(problems, next.problems().stream().map(ClustersPage::line).toList());
    if (before == null || !before.logins().equals(next.logins())) {
      showLogins(next.logins());
    }
    order(next.contexts().isEmpty());
    if (before == null || !before.contexts().equals(next.contexts())) {
      showContexts(next.contexts());
    }
  }

  /// Who has no cluster begins with the practice one, and reads then how to get at a real one.
  private void order(boolean none) {
    drill.getStyleClass().remove("primary");
    if (none) {
      drill.getStyleClass().add("primary");
    }
    logins.show(none);
    cards
        .getChildren()
        .setAll(
            none
                ? List.of(practice, links, problems, logins, files, contexts)
                : List.of(links, contexts, problems, practice, files, logins));
  }

  private void showLogins(List<String> commands) {
    var rows = new ArrayList<Node>();
    rows.add(Labels.wrapped(Texts.of("clusters.logins.why"), "dim"));
    commands.stream().map(CommandField::new).forEach(rows::add);
    fill(logins, rows);
  }

  private void showContexts(List<ContextView> found) {
    watched.clear();
    found.stream().filter(ContextView::watched).map(ContextView::name).forEach(watched::add);
    wanted.clear();
    wanted.addAll(watched);
    var columns = new ContextRow.Columns();
    fill(contexts, found.stream().map(each -> new ContextRow(each, columns, this::want)).toList());
    able();
  }

  private void want(String context, boolean on) {
    if (on) {
      wanted.add(context);
    } else {
      wanted.remove(context);
    }
    able();
  }

  private void able() {
    boolean other = !wanted.isEmpty() && !wanted.equals(watched);
    watch.setVisible(other);
    watch.setManaged(other);
    watch.setText(Texts.of("clusters.watch.count", wanted.size()));
  }

  private static void fill(Card card, List<? extends Node> rows) {
    var children = card.getChildren();
    children.remove(1, children.size());
    children.addAll(rows);
    card.show(!rows.isEmpty());
  }

  private static Node line(Line line) {
    return Labels.row("clusters-line", Shapes.slot(line.mark()), Labels.wrapped(line.words()));
  }

  private static Card card(String title) {
    var card = new Card();
    card.title(title);
    return card;
  }

  private static Button button(String text, String... classes) {
    var button = new Button(text);
    button.getStyleClass().addAll(classes);
    return Labels.whole(button);
  }
}
