package dev.sluice.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.bench.load.Crowd;
import dev.sluice.bench.load.LoadServer;
import dev.sluice.cluster.argo.objects.Pods;
import dev.sluice.cluster.argo.objects.Rollouts;
import dev.sluice.cluster.watch.Decoder;
import dev.sluice.cluster.watch.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A page of pods and one of rollouts: into slim records, into generic maps, into `JsonNode`. Time
/// is the process's on the processors, so that the collector's share counts and other programs'
/// does not.
final class Decoding {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private interface Way {
    Object read(InputStream in) throws IOException;
  }

  private Decoding() {}

  static void run(Options options) throws IOException {
    var crowd = new Crowd(1000, 10);
    compare("pods", new Pods(), LoadServer.pods(crowd, 0, 500), options);
    compare("rollouts", new Rollouts(), LoadServer.rollouts(crowd, 0, 500), options);
  }

  private static void compare(String what, Kind<?> kind, byte[] page, Options options)
      throws IOException {
    Figures.say(what, "%d bytes each", page.length / 500);
    var decoder = new Decoder<>(kind);
    var ways = List.<Way>of(decoder::page, in -> JSON.readValue(in, MAP), in -> JSON.readTree(in));
    var names = List.of("slim records", "generic maps", JsonNode.class.getSimpleName());
    int rounds = options.number("rounds", 9);
    var rates = new ArrayList<double[]>();
    ways.forEach(_ -> rates.add(new double[rounds]));
    for (int round = -2; round < rounds; round++) {
      for (int way = 0; way < ways.size(); way++) {
        double rate = rate(ways.get(way), page, options.number("pages", 40));
        if (round >= 0) {
          rates.get(way)[round] = rate;
        }
      }
    }
    double peer = Figures.quantile(rates.getLast(), 0.5);
    for (int way = 0; way < ways.size(); way++) {
      double rate = Figures.quantile(rates.get(way), 0.5);
      Figures.say(
          "  " + names.get(way),
          "%,.0f objects/s, %.0f MB/s, %.1f × JsonNode",
          rate * 500,
          rate * Figures.megabytes(page.length),
          rate / peer);
    }
  }

  /// Pages a second.
  private static double rate(Way way, byte[] page, int pages) throws IOException {
    long begun = Figures.worked();
    for (int i = 0; i < pages; i++) {
      way.read(new ByteArrayInputStream(page));
    }
    return pages * 1e9 / (Figures.worked() - begun);
  }
}
