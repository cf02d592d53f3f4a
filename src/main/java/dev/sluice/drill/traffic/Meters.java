package dev.sluice.drill.traffic;

import dev.sluice.drill.prometheus.store.SampleStore;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Everything that is measured. Pods that are gone take their metrics with them.
final class Meters {
  private final Map<String, PodMeter> pods = new LinkedHashMap<>();
  private final Map<Front, Map<Integer, FrontMeter>> fronts = new LinkedHashMap<>();
  private final Map<Front, String> images = new LinkedHashMap<>();

  void keep(List<Way.Backer> present) {
    Set<String> keys = new HashSet<>();
    for (var pod : present) {
      keys.add(pod.key());
      pods.computeIfAbsent(pod.key(), _ -> new PodMeter(pod));
    }
    pods.keySet().retainAll(keys);
  }

  void requests(Way way, int status, long[] durations) {
    way.pod()
        .ifPresent(pod -> {
          meter(pod).requests(status, durations);
          way.front().ifPresent(front -> images.put(front, pod.image()));
        });
    way.front()
        .ifPresent(front ->
            fronts
                .computeIfAbsent(front, _ -> new LinkedHashMap<>())
                .computeIfAbsent(status, _ -> new FrontMeter(front, status))
                .add(durations));
  }

  void cpu(Way.Backer pod, double seconds) {
    meter(pod).cpu(seconds);
  }

  private PodMeter meter(Way.Backer pod) {
    return pods.computeIfAbsent(pod.key(), _ -> new PodMeter(pod));
  }

  void scrape(SampleStore.Sink sink, Behaviours behaviours) {
    pods.values().forEach(meter -> meter.scrape(sink, behaviours.silent(meter.pod().image())));
    fronts.forEach((front, meters) -> {
      if (!behaviours.silent(images.getOrDefault(front, ""))) {
        meters.values().forEach(meter -> meter.scrape(sink));
      }
    });
  }
}
