package dev.sluice.ui.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.ui.control.Mark;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.theme.Theme;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class JudgementCardTest {
  private static final double WIDTH = 262;

  @Test
  void aLongLineOfTheBudgetStaysInsideTheCard() {
    var budget =
        new JudgementView.BudgetView(Mark.QUIET, "79.4 % left, 0.11 % spent by this release", "");
    var card = card(List.of(), Optional.of(budget));
    assertThat(labels(card).filter(label -> label.getText().startsWith("79.4")))
        .singleElement()
        .satisfies(label -> assertThat(place(card, label).getMaxX()).isLessThanOrEqualTo(WIDTH));
  }

  @Test
  void allBarsOfAVerdictStandOnOneAxis() {
    var card =
        card(
            measure("Failed requests", new RatioView(2.1, 1.88, 2.33, 1.2, 1.2)),
            measure("Slow requests", new RatioView(1.05, 0.94, 1.14, 1.2, 1.2)));
    assertThat(middles(card, "interval-same"))
        .hasSize(3)
        .allSatisfy(x -> assertThat(x).isCloseTo(WIDTH / 2, within(1.0)));
    var dots =
        card.lookupAll(".interval-dot").stream().map(dot -> ((Circle) dot).getCenterX()).toList();
    assertThat((dots.get(0) - WIDTH / 2) / (dots.get(1) - WIDTH / 2))
        .as("as far from stable as their logarithms")
        .isCloseTo(Math.log(2.1) / Math.log(1.05), within(0.3));
  }

  @Test
  void whatTheZonesMeanIsSaidOnce() {
    var card =
        card(
            measure("Failed requests", new RatioView(2.1, 1.88, 2.33, 1.2, 1.2)),
            measure("Slow requests", new RatioView(1.05, 0.94, 1.14, 1.2, 1.2)));
    assertThat(words(card)).containsOnlyOnce("stable ×1", "enough below ×1.20", "alarm from ×1.20");
  }

  @Test
  void boundsThatDifferAreBothNamedInTheOrderOfTheBars() {
    var card =
        card(
            measure("Failed requests", new RatioView(1.1, 0.9, 1.3, 1.2, 1.65)),
            measure("Slow requests", new RatioView(1.05, 0.94, 1.14, 1.2, 1.31)));
    assertThat(words(card)).contains("enough below ×1.65 / ×1.31", "alarm from ×1.20");
  }

  @Test
  void nothingIsEnoughWhereNothingIsAsked() {
    var card = card(measure("Failed requests", new RatioView(1.1, 0.9, 1.3, 1.2, Double.NaN)));
    assertThat(words(card)).contains("alarm from ×1.20").noneMatch(said -> said.contains("enough"));
  }

  @Test
  void withoutARatioThereIsNeitherBarNorAxis() {
    var card =
        card(
            measure(
                "Failed requests",
                new RatioView(Double.NaN, 0, Double.POSITIVE_INFINITY, 1.2, 1.2)));
    assertThat(card.lookup(".interval-plot")).isNull();
    assertThat(words(card)).doesNotContain("stable ×1");
  }

  @Test
  void noWordsOfTheAxisLieOnOthersOrLeaveTheCard() {
    var card = card(measure("Failed requests", new RatioView(1.1, 0.9, 1.3, 1.2, 1.65)));
    var bounds = card.lookupAll(".interval-label").stream().map(text -> place(card, text)).toList();
    assertThat(bounds)
        .hasSize(3)
        .allSatisfy(at -> {
          assertThat(at.getMinX()).isGreaterThanOrEqualTo(0);
          assertThat(at.getMaxX()).isLessThanOrEqualTo(WIDTH + 1);
          assertThat(bounds.stream().filter(at::intersects)).hasSize(1);
        });
  }

  private static MeasureView measure(String name, RatioView ratio) {
    return new MeasureView(Mark.HALF, name, "×1.10 of stable", ratio, "", "");
  }

  private static JudgementCard card(MeasureView... measures) {
    return card(Arrays.asList(measures), Optional.empty());
  }

  private static JudgementCard card(
      List<MeasureView> measures, Optional<JudgementView.BudgetView> budget) {
    return Fx.on(() -> {
      var card = new JudgementCard(_ -> {});
      var scene = new Scene(new Group(card));
      Theme.DARK.dress(scene);
      card.show(
          new JudgementView("Verdict", Optional.empty(), "", measures, budget, Optional.empty()));
      card.resize(WIDTH, 400);
      card.applyCss();
      card.layout();
      return card;
    });
  }

  private static List<Double> middles(JudgementCard card, String styleClass) {
    return card.lookupAll("." + styleClass).stream()
        .map(node -> place(card, node).getCenterX())
        .toList();
  }

  private static Bounds place(JudgementCard card, Node node) {
    return card.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
  }

  private static Stream<Labeled> labels(JudgementCard card) {
    return card.lookupAll(".label").stream().map(Labeled.class::cast);
  }

  private static List<String> words(JudgementCard card) {
    var drawn = card.lookupAll(".interval-label").stream().map(text -> ((Text) text).getText());
    return Stream.concat(labels(card).map(Labeled::getText), drawn).toList();
  }
}
