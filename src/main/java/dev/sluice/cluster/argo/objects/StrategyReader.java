package dev.sluice.cluster.argo.objects;

import dev.sluice.cluster.watch.Cursor;
import dev.sluice.release.Strategy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Collects `spec.strategy`. What the manifest leaves out has Argo's default.
final class StrategyReader {
  private static final Duration SCALE_DOWN_DELAY = Duration.ofSeconds(30);
  private static final int ALL = 100;

  /// Members of `trafficRouting` that are no router.
  private static final Set<String> NO_ROUTERS = Set.of("managedRoutes", "maxTrafficWeight");

  private final List<StepReader> steps = new ArrayList<>();
  private Optional<String> stableService = Optional.empty();
  private Optional<String> canaryService = Optional.empty();
  private Optional<String> router = Optional.empty();
  private int maxWeight = ALL;
  private boolean blueGreen;
  private String activeService = "";
  private Optional<String> previewService = Optional.empty();
  private boolean autoPromotion = true;
  private int autoPromotionSeconds;
  private Duration scaleDownDelay = SCALE_DOWN_DELAY;

  void field(String field, Cursor in) throws IOException {
    switch (field) {
      case "canary" -> in.object(inner -> canary(inner, in));
      case "blueGreen" -> {
        blueGreen = true;
        in.object(inner -> blueGreen(inner, in));
      }
      default -> {}
    }
  }

  private void canary(String field, Cursor in) throws IOException {
    switch (field) {
      case "steps" -> in.list(_ -> steps.add(step(in)));
      case "stableService" -> stableService = named(in);
      case "canaryService" -> canaryService = named(in);
      case "trafficRouting" -> in.object(inner -> router(inner, in));
      default -> {}
    }
  }

  private static StepReader step(Cursor in) throws IOException {
    var step = new StepReader();
    in.object(field -> step.field(field, in));
    return step;
  }

  private void router(String field, Cursor in) throws IOException {
    if (field.equals("maxTrafficWeight")) {
      maxWeight = Math.max(1, in.optionalNumber().orElse(ALL));
    } else if (field.equals("plugins")) {
      in.object(name -> router = Optional.of(name));
    } else if (!NO_ROUTERS.contains(field)) {
      router = Optional.of(field);
    }
  }

  private void blueGreen(String field, Cursor in) throws IOException {
    switch (field) {
      case "activeService" -> activeService = in.word();
      case "previewService" -> previewService = named(in);
      case "autoPromotionEnabled" -> autoPromotion = in.flag();
      case "autoPromotionSeconds" -> autoPromotionSeconds = in.number();
      case "scaleDownDelaySeconds" -> scaleDownDelay = Duration.ofSeconds(in.number());
      default -> {}
    }
  }

  private static Optional<String> named(Cursor in) throws IOException {
    return Optional.of(in.word()).filter(name -> !name.isEmpty());
  }

  int maxWeight() {
    return maxWeight;
  }

  /// Built last, because a step's percent depends on `maxTrafficWeight`, wherever that stands.
  Strategy done() {
    return blueGreen
        ? new Strategy.BlueGreen(
            activeService,
            previewService,
            Optional.of(Duration.ofSeconds(autoPromotionSeconds)).filter(_ -> autoPromotion),
            scaleDownDelay)
        : new Strategy.Canary(
            steps.stream().map(step -> step.done(maxWeight)).toList(),
            stableService,
            canaryService,
            router);
  }
}
