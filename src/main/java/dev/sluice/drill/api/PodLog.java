package dev.sluice.drill.api;

import dev.sluice.drill.store.Store;
import dev.sluice.drill.world.Logs;
import dev.sluice.drill.world.Refusal;
import dev.sluice.drill.world.Resource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// Answers with what a container wrote.
record PodLog(Store store, Logs logs) {

  Answer of(Call call, Target target) {
    var container = container(call, target);
    var all = logs.lines(target.place(), target.name(), container, call.flag("previous"));
    long tail = call.number("tailLines", Long.MAX_VALUE);
    var shown = all.stream().skip(Math.max(0, all.size() - tail)).toList();
    var text = shown.isEmpty() ? "" : String.join("\n", shown) + "\n";
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    int limit = (int) Math.min(bytes.length, call.number("limitBytes", Long.MAX_VALUE));
    return Answer.text(200, new String(bytes, 0, limit, StandardCharsets.UTF_8));
  }

  private String container(Call call, Target target) {
    var pod =
        store
            .get(Resource.PODS, target.place(), target.name())
            .orElseThrow(() -> Refusal.notFound(Resource.PODS, target.name()));
    List<String> names =
        Stream.of("initContainers", "containers")
            .flatMap(kind -> pod.path("spec").path(kind).valueStream())
            .map(one -> one.path("name").asText())
            .toList();
    var asked = call.parameter("container");
    if (asked.isEmpty() && names.size() == 1) {
      return names.getFirst();
    }
    if (asked.isEmpty()) {
      throw bad(
          "a container name must be specified for pod %s, choose one of: [%s]"
              .formatted(target.name(), String.join(" ", names)));
    }
    if (!names.contains(asked)) {
      throw bad("container %s is not valid for pod %s".formatted(asked, target.name()));
    }
    return asked;
  }

  private static Refusal bad(String message) {
    return new Refusal(400, "BadRequest", message);
  }
}
