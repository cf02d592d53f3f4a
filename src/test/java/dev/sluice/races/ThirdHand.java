package dev.sluice.races;

import static dev.sluice.drill.store.Objects.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.patch.MergePatch;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import java.util.Random;

/// Somebody with Argo's own command line and a pipeline: reads, decides, and writes a while later
/// whatever has become of the rollout meanwhile.
final class ThirdHand {
  private static final String IMAGE = "/spec/template/spec/containers/0";

  /// What it has made up its mind to.
  ///
  /// @param patch a merge patch
  record Intent(String verb, boolean status, ObjectNode patch) {}

  private final World world;
  private final Random random;
  private int versions = 2;

  ThirdHand(World world, Random random) {
    this.world = world;
    this.random = random;
  }

  /// The next version is on its way.
  void deploy() {
    write(image());
  }

  Intent decide() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> promotion(rollout());
      case 2 -> status("promote --full", "{'promoteFull':true}");
      case 3 -> status("abort", "{'abort':true}");
      case 4 -> status("retry", "{'abort':false}");
      case 5 -> spec(random.nextBoolean() ? "{'paused':true}" : "{'paused':false}");
      default -> image();
    };
  }

  void write(Intent intent) {
    var rollout = rollout();
    MergePatch.apply(rollout, intent.patch());
    rollout.withObject("/metadata").remove("resourceVersion");
    if (intent.status()) {
      world.updateStatus(Resource.ROLLOUTS, rollout);
    } else if (intent.patch().has("image")) {
      ((ObjectNode) rollout.at(IMAGE)).set("image", intent.patch().get("image"));
      rollout.remove("image");
      world.update(Resource.ROLLOUTS, rollout);
    } else {
      world.update(Resource.ROLLOUTS, rollout);
    }
  }

  private Intent image() {
    int version = random.nextInt(4) == 0 ? 1 + random.nextInt(versions) : versions++;
    return new Intent("set image web:" + version, false, object("{'image':'web:" + version + "'}"));
  }

  /// As Argo's command line promotes: by what it sees.
  private static Intent promotion(ObjectNode rollout) {
    var status = rollout.path("status");
    boolean pauses = !status.path("pauseConditions").isEmpty();
    int next = status.path("currentStepIndex").asInt() + 1;
    return status(
        "promote",
        pauses
            ? "{'pauseConditions':null}"
            : "{'pauseConditions':null,'currentStepIndex':" + next + "}");
  }

  private static Intent status(String verb, String patch) {
    return new Intent(verb, true, object("{'status':" + patch + "}"));
  }

  private static Intent spec(String patch) {
    return new Intent("patch " + patch, false, object("{'spec':" + patch + "}"));
  }

  private ObjectNode rollout() {
    return world.get(Resource.ROLLOUTS, "shop", "cart").orElseThrow();
  }
}
