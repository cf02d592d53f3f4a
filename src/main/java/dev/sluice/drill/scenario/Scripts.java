package dev.sluice.drill.scenario;

import dev.sluice.drill.Drill;
import dev.sluice.drill.faults.Flapping;
import dev.sluice.drill.faults.Trouble;
import dev.sluice.drill.traffic.Behaviour;
import dev.sluice.drill.traffic.Quality;
import dev.sluice.text.Words;
import java.time.Duration;

/// What happens in each lesson.
final class Scripts {
  /// So long before a person sees it, the new version came out.
  private static final Duration LEAD = Duration.ofMinutes(-6);

  private Scripts() {}

  static void play(Lesson lesson, Stage stage) {
    switch (lesson) {
      case HEALTHY -> stage.release(LEAD);
      case LEAK -> leak(stage);
      case CLIFF -> cliff(stage);
      case BLUE_GREEN -> blueGreen(stage);
      case OUTAGE -> outage(stage);
      case ASLEEP -> asleep(stage);
      case FLAPPING -> flapping(stage);
      case BAD_POD -> badPod(stage);
      case GITOPS -> gitops(stage);
    }
  }

  private static void leak(Stage stage) {
    bad(stage, Behaviour.leak(opened(0), 0.012, 0.3));
  }

  private static void cliff(Stage stage) {
    bad(stage, Behaviour.cliff(opened(1), Quality.GOOD.withSlow(0.06).withCost(1.8)));
  }

  /// Before the switch nobody asks it, so nothing is to be seen of it.
  private static void blueGreen(Stage stage) {
    bad(stage, Behaviour.cliff(Duration.ofSeconds(45), Quality.GOOD.withErrors(0.07)));
  }

  private static void outage(Stage stage) {
    stage.release(LEAD);
    stage.at(Duration.ofSeconds(40), () -> stage.blind(true));
    stage.at(minutes(6), () -> stage.blind(false));
  }

  private static void asleep(Stage stage) {
    bad(stage, Behaviour.cliff(opened(0), Quality.GOOD.withErrors(0.06)));
    stage.at(
        Duration.ofSeconds(20),
        () -> {
          stage.drill().asleep(Drill.ARGO, true);
          stage.note(Words.of("drill.note.asleep"));
        });
    stage.at(
        minutes(5),
        () -> {
          stage.drill().asleep(Drill.ARGO, false);
          stage.note(Words.of("drill.note.awake"));
        });
  }

  private static void flapping(Stage stage) {
    bad(stage, Behaviour.leak(opened(0), 0.02, 0.3));
    stage.at(
        Duration.ofSeconds(40),
        () -> {
          var flapping =
              Flapping.begin(
                  stage.drill().faults(),
                  stage.drill().clock(),
                  new Trouble.Refused(),
                  Duration.ofSeconds(25),
                  Duration.ofSeconds(35));
          stage.note(Words.of("drill.note.flaps"));
          stage.at(
              minutes(8),
              () -> {
                flapping.close();
                stage.note(Words.of("drill.note.steady"));
              });
        });
  }

  private static void badPod(Stage stage) {
    stage
        .behaviours()
        .onePod(stage.subject().fresh(), Behaviour.cliff(opened(1), Quality.GOOD.withErrors(0.35)));
    stage.release(LEAD);
  }

  private static void gitops(Stage stage) {
    bad(stage, Behaviour.cliff(opened(1), Quality.GOOD.withErrors(0.05)));
    stage.at(
        LEAD,
        () ->
            stage
                .drill()
                .control(
                    "gitops",
                    new SelfHeal(
                        stage.drill().world(),
                        stage.manifests(),
                        stage.subject(),
                        () -> stage.note(Words.of("drill.note.healed")))));
  }

  private static void bad(Stage stage, Behaviour behaviour) {
    stage.behaviours().image(stage.subject().fresh(), behaviour);
    stage.release(LEAD);
  }

  /// So long the new version serves until it has been seen for so many minutes.
  private static Duration opened(int minutes) {
    return minutes(minutes).minus(LEAD);
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
