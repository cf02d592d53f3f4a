package dev.sluice.ui.release;

import dev.sluice.conduct.Position;
import dev.sluice.conduct.Stage;
import dev.sluice.release.Phase;
import dev.sluice.release.Release;
import dev.sluice.release.Strategy;
import dev.sluice.release.Traffic;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.StageView;
import dev.sluice.ui.control.StageView.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Makes the track of a canary.
final class Routes {
  private Routes() {}

  /// @param now server time
  static RouteView of(Release release, LanePair lanes, Instant now) {
    return switch (release.strategy()) {
      case Strategy.Canary _ ->
          new RouteView.Track(
              Position.of(release, now).map(at -> stages(release, at, now)).orElse(List.of()));
      case Strategy.BlueGreen _ -> new RouteView.Lanes(lanes.views(now));
    };
  }

  private static List<StageView> stages(Release release, Position at, Instant now) {
    List<Stage> plan = at.plan().stages();
    List<StageView> stages = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      Stage stage = plan.get(i);
      String weight = Wording.percent(stage.weight());
      if (i < at.stage()) {
        stages.add(still(weight, Place.DONE, soak(stage)));
      } else if (i == at.stage()) {
        stages.add(current(release, at, stage));
      } else {
        boolean last = i == plan.size() - 1;
        String line = last ? end(release, at, now) : soak(stage);
        stages.add(still(weight, Place.NEXT, line));
      }
    }
    return stages;
  }

  private static StageView current(Release release, Position at, Stage stage) {
    String weight = Wording.percent(stage.weight());
    String served =
        release.traffic() instanceof Traffic.Weighted(_, int share)
            ? Texts.of("stage.really", Wording.percent(share))
            : "";
    if (release.progress().aborted()) {
      return still(weight, Place.BROKEN, Texts.of("stage.aborted", served));
    }
    Optional<Duration> soak = stage.soak().filter(s -> !s.isZero());
    Place place = release.progress().phase() == Phase.DEGRADED ? Place.BROKEN : Place.NOW;
    return new StageView(
        weight, place, note(release, stage), clock(at, stage, served), share(at, soak));
  }

  private static String note(Release release, Stage stage) {
    if (release.progress().paused()) {
      return Texts.of("stage.paused.person");
    } else if (release.progress().promoteFull()) {
      return Texts.of("stage.full");
    } else if (release.progress().pauses().isEmpty()) {
      return "";
    }
    return stage.soak().isEmpty() ? Texts.of("stage.waits") : Texts.of("stage.soaking");
  }

  private static String clock(Position at, Stage stage, String served) {
    if (at.soaked().isEmpty()) {
      return Texts.of("stage.moving", served);
    }
    String soaked = Figures.clock(at.soaked().get());
    return stage.soak().filter(s -> !s.isZero()).isPresent()
        ? Texts.of("stage.clock", soaked, stage.soak().get(), served)
        : Texts.of("stage.since", soaked, served);
  }

  private static OptionalDouble share(Position at, Optional<Duration> soak) {
    if (soak.isEmpty() || at.soaked().isEmpty()) {
      return OptionalDouble.empty();
    }
    double share = (double) at.soaked().get().toMillis() / soak.get().toMillis();
    return OptionalDouble.of(Math.min(1, share));
  }

  private static StageView still(String weight, Place place, String line) {
    return new StageView(weight, place, "", line, OptionalDouble.empty());
  }

  private static String soak(Stage stage) {
    return stage.soak().isEmpty()
        ? Texts.of("stage.person")
        : stage.soak().get().isZero() ? "" : Texts.of(stage.soak().get());
  }

  /// When everyone will have it, if nothing holds it up: only where every soak has its time.
  private static String end(Release release, Position at, Instant now) {
    List<Stage> left = at.plan().stages().subList(at.stage(), at.plan().stages().size());
    boolean timed = left.stream().allMatch(stage -> stage.soak().isPresent());
    if (!timed || release.progress().paused() || release.progress().aborted()) {
      return Texts.of("stage.everyone");
    }
    Duration wait =
        left.stream()
            .map(stage -> stage.soak().orElseThrow())
            .reduce(Duration.ZERO, Duration::plus);
    Duration rest = wait.minus(at.soaked().orElse(Duration.ZERO));
    return Texts.of("stage.end", Wording.time(now.plus(rest.isNegative() ? Duration.ZERO : rest)));
  }
}
