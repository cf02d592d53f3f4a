package dev.sluice.ui.release;

import dev.sluice.act.Facts;
import dev.sluice.release.Action;
import dev.sluice.ui.control.HoldButton;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Lanes;
import dev.sluice.ui.control.StageTrack;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// One release: where it stands, what is measured, what can be done. Driven by [ReleaseView] alone;
/// parts whose view has not changed are not touched.
public final class ReleasePage extends VBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final PseudoClass REVIEWING = PseudoClass.getPseudoClass("reviewing");
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final double ROOMY = 980;

  /// Room for the frame that shows the focus.
  private static final double EDGE = 5;

  private final Intents intents;
  private final Head head = new Head();
  private final NewsList news = new NewsList();
  private final ClusterStrip clusters;
  private final StackPane route = new StackPane();
  private final StageTrack track = new StageTrack();
  private final Lanes lanes = new Lanes();
  private final MeasuredColumn measured;
  private final SideColumn side;
  private final StackPane beside;
  private final ActionBar bar;
  private final Label acted = Labels.cut("", "dim");
  private final TimelineList timeline = new TimelineList();
  private final Review review = new Review(new Closing());
  private @Nullable ReleaseView view;

  public ReleasePage(Intents intents) {
    this.intents = intents;
    this.bar = new ActionBar(new Doing());
    this.measured = new MeasuredColumn(intents, () -> prove(false));
    this.clusters = new ClusterStrip(intents);
    this.side = new SideColumn(intents, new Steering(), this::prove);
    this.beside = new StackPane(side);
    getStyleClass().addAll("page", "release-page");
    HBox.setHgrow(measured, Priority.ALWAYS);
    beside.getStyleClass().add("beside");
    var columns = new HBox(measured, beside);
    columns.getStyleClass().add("columns");
    columns.setMinHeight(0);
    keepWithin(columns);
    VBox.setVgrow(columns, Priority.ALWAYS);
    acted.getStyleClass().add("acted");
    var done = new VBox(acted, timeline);
    done.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(head, clusters, news, route, columns, bar, done);
    widthProperty()
        .subscribe(width -> pseudoClassStateChanged(NARROW, width.doubleValue() < ROOMY));
  }

  /// Shows this release, now.
  public void show(ReleaseView next) {
    if (next.equals(view)) {
      return;
    }
    view = next;
    pseudoClassStateChanged(STALE, next.stale());
    head.show(next.head());
    clusters.show(next.clusters());
    news.show(next.news());
    showRoute(next.route());
    measured.show(next);
    side.show(next.side());
    bar.show(next.bar());
    timeline.show(next.timeline());
    acted.setText(next.acted());
    acted.setTooltip(new Tooltip(next.acted()));
    review.show(next.armed());
    placeReview();
  }

  /// The buttons that act, over which nothing may lie.
  public Node foot() {
    return bar;
  }

  /// The rollback's button, for a key that stands for it wherever the focus is.
  public HoldButton rollback() {
    return bar.rollback();
  }

  /// Opens the plan of that verb, for a key. One that is open already stays as it is.
  public void open(Wish wish) {
    if (!review.open()) {
      bar.open(wish);
    }
  }

  /// Takes back the last thing that was opened on the page.
  ///
  /// @return whether there was one
  public boolean escape() {
    if (review.open()) {
      review.cancel();
      return true;
    }
    boolean reading = view != null && view.log().isPresent();
    if (reading) {
      intents.closeLog();
    } else if (measured.proving()) {
      prove(false);
      return true;
    }
    return reading;
  }

  /// Shows what lies behind the verdict in the place of the charts, or the charts again.
  public void turnEvidence() {
    prove(!measured.proving());
  }

  private void prove(boolean on) {
    measured.prove(on);
    side.proving(on);
  }

  /// However little room is left, what has none is cut off, and never lies over the bar below.
  private static void keepWithin(Region region) {
    var clip = new Rectangle(-EDGE, -EDGE, 0, 0);
    clip.widthProperty().bind(region.widthProperty().add(2 * EDGE));
    clip.heightProperty().bind(region.heightProperty().add(2 * EDGE));
    region.setClip(clip);
  }

  private void showRoute(RouteView next) {
    Node shown =
        switch (next) {
          case RouteView.Track(var stages) -> {
            track.show(stages);
            yield track;
          }
          case RouteView.Lanes(var views) -> {
            lanes.show(views);
            yield lanes;
          }
        };
    if (!route.getChildren().contains(shown)) {
      route.getChildren().setAll(shown);
    }
  }

  private void placeReview() {
    pseudoClassStateChanged(REVIEWING, review.open());
    Node wanted = review.open() ? review.panel() : side;
    if (!beside.getChildren().contains(wanted)) {
      beside.getChildren().setAll(wanted);
      beside.getStyleClass().remove("open");
      if (review.open()) {
        beside.getStyleClass().add("open");
        review.panel().begin();
      }
    }
  }

  private final class Doing implements ActionBar.Hand {
    @Override
    public void rollBack(Verb verb) {
      fire(verb);
    }

    @Override
    public void fire(Verb verb) {
      if (view != null) {
        intents.fire(view.ref(), verb.action(), view.facts(), Optional.empty());
      }
    }

    @Override
    public void arm(Verb verb) {
      intents.arm(verb.action());
    }
  }

  private final class Steering implements ConductCard.Hand {
    @Override
    public void goesBack(boolean on) {
      if (view != null) {
        intents.standBy(view.ref(), on);
      }
    }

    @Override
    public void promotes(Facts seen) {
      if (view != null) {
        intents.steer(view.ref(), seen);
      }
    }

    @Override
    public void promotesNoMore() {
      if (view != null) {
        intents.letGo(view.ref());
      }
    }

    @Override
    public void sign(Facts seen) {
      if (view != null) {
        intents.sign(view.ref(), seen);
      }
    }
  }

  private final class Closing implements Review.Outcome {
    @Override
    public void complete(Action action, Facts facts, Optional<String> reason) {
      placeReview();
      if (view != null) {
        intents.fire(view.ref(), action, facts, reason);
      }
    }

    @Override
    public void again(Action action) {
      intents.arm(action);
    }

    @Override
    public void closed() {
      placeReview();
      intents.disarm();
    }
  }
}
