package dev.sluice.ui.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Drilling;
import dev.sluice.state.Times;
import dev.sluice.ui.control.TimeWords;
import dev.sluice.ui.stage.Complaints;
import dev.sluice.ui.stage.Drills;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.Picture;
import dev.sluice.ui.theme.Theme;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrillPageTest implements DrillHand {
  private final List<String> told = new ArrayList<>();

  @Override
  public void practise(String exercise) {
    told.add("practise " + exercise);
  }

  @Override
  public void open(ReleaseRef release) {
    told.add("open " + release.name());
  }

  private static DrillView view(Optional<Drilling> drilling) {
    return new DrillView(
        drilling,
        List.of(Drills.LEAK, Drills.CLIFF),
        TimeWords.of(Times.DEFAULT, ZoneOffset.UTC).ofTheDrill());
  }

  private DrillPage page(Optional<Drilling> drilling) {
    return Fx.on(() -> {
      var page = new DrillPage(this);
      page.show(view(drilling));
      return page;
    });
  }

  @Test
  void withoutAnExerciseItOffersAll() {
    var page = page(Optional.empty());
    assertThat(words(page)).contains("A slow error leak", "A latency cliff");
    press(page, "Practise", 1);
    assertThat(told).containsExactly("practise cliff");
  }

  @Test
  void theBriefingSaysWhatToLookAtAndLeadsToTheRelease() {
    var page = page(Optional.of(Drills.running()));
    assertThat(words(page)).anyMatch(text -> text.startsWith("Everyone back on v1.8.3"));
    assertThat(words(page)).anyMatch(text -> text.contains("4 times"));
    press(page, "Open checkout", 0);
    assertThat(told).containsExactly("open checkout");
  }

  @Test
  void theDebriefOffersItAgainAndTheNext() {
    var page = page(Optional.of(Drills.well()));
    assertThat(words(page))
        .contains(
            "9 s by the watch (36 s of the drill) after users began to be hurt",
            "Rolled back by aborting the update",
            "72 of 24 100");
    press(page, "Once more", 0);
    press(page, "Next: A latency cliff", 0);
    assertThat(told).containsExactly("practise leak", "practise cliff");
  }

  @Test
  void whenTimeWasUpThePageSaysSoAndWhen() {
    assertThat(words(page(Optional.of(Drills.well())))).contains("It is over.");
    assertThat(words(page(Optional.of(Drills.badly()))))
        .contains("It is over: its 20 minutes were up at 14:32:07 drill time.");
  }

  @Test
  void everyButtonHasWordsForAScreenReader() {
    var page = page(Optional.of(Drills.running()));
    assertThat(Fx.on(() -> all(page, Button.class).toList()))
        .allMatch(button -> button.getAccessibleText() != null || !button.getText().isBlank());
    assertThat(Fx.on(() -> all(page, Button.class).map(Button::getAccessibleText).toList()))
        .contains("Practise: A slow error leak");
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void itIsDrawnWithoutAWarning(Theme theme) {
    try (var complaints = new Complaints()) {
      draw("drill-chooser", theme, Optional.empty());
      draw("drill-briefing", theme, Optional.of(Drills.running()));
      draw("drill-debrief-good", theme, Optional.of(Drills.well()));
      draw("drill-debrief-bad", theme, Optional.of(Drills.badly()));
      assertThat(complaints.heard()).isEmpty();
    }
  }

  private void draw(String name, Theme theme, Optional<Drilling> drilling) {
    Picture.take(
        name + "-" + theme.name().toLowerCase(Locale.ROOT),
        theme,
        1180,
        840,
        1,
        () -> page(drilling));
  }

  private static void press(DrillPage page, String text, int which) {
    Fx.run(() ->
        all(page, Button.class)
            .filter(button -> button.getText().equals(text))
            .skip(which)
            .findFirst()
            .orElseThrow()
            .fire());
  }

  private static List<String> words(DrillPage page) {
    return Fx.on(() -> all(page, Labeled.class).map(Labeled::getText).toList());
  }

  private static <T> Stream<T> all(Parent parent, Class<T> kind) {
    var children =
        parent instanceof ScrollPane scroll
            ? List.of(scroll.getContent())
            : parent.getChildrenUnmodifiable();
    return children.stream()
        .flatMap((Node child) -> {
          var own = kind.isInstance(child) ? Stream.of(kind.cast(child)) : Stream.<T>empty();
          return child instanceof Parent inner ? Stream.concat(own, all(inner, kind)) : own;
        });
  }
}
