package dev.sluice.cluster.argo.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.cluster.argo.objects.Pod;
import dev.sluice.cluster.argo.objects.Pods;
import dev.sluice.cluster.argo.objects.ReplicaSets;
import dev.sluice.cluster.argo.objects.Rollouts;
import dev.sluice.cluster.argo.objects.Runs;
import dev.sluice.cluster.argo.objects.Scaling;
import dev.sluice.cluster.argo.objects.Scalings;
import dev.sluice.cluster.argo.objects.Selection;
import dev.sluice.cluster.argo.objects.Services;
import dev.sluice.cluster.watch.Decoder;
import dev.sluice.cluster.watch.Item;
import dev.sluice.cluster.watch.Kind;
import dev.sluice.release.Analysis;
import dev.sluice.release.Release;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// A scenario: what `kubectl get rollouts,replicasets,pods,analysisruns,services -o json` shows.
record Fixture(List<JsonNode> objects) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// To be changed before it is read.
  ObjectNode rollout() {
    return objects.stream()
        .filter(object -> object.path("kind").asText().equals("Rollout"))
        .map(ObjectNode.class::cast)
        .findFirst()
        .orElseThrow();
  }

  static Fixture named(String name) {
    try (var in = Objects.requireNonNull(Fixture.class.getResourceAsStream(name + ".json"), name)) {
      var items = JSON.readTree(in).path("items");
      return new Fixture(StreamSupport.stream(items.spliterator(), false).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Release release() {
    return Projection.of("test", parts());
  }

  Parts parts() {
    return new Parts(
        records("Rollout", new Rollouts()).getLast(),
        records("ReplicaSet", new ReplicaSets()),
        pods(),
        records("AnalysisRun", new Runs(Analysis.Kind.ANALYSIS_RUN)),
        records("Service", new Services()).stream()
            .collect(Collectors.toMap(Selection::service, Selection::hash)),
        records("HorizontalPodAutoscaler", new Scalings()).stream()
            .map(Scaling::autoscaler)
            .findFirst());
  }

  private Map<String, Collection<Pod>> pods() {
    return records("Pod", new Pods()).stream()
        .collect(Collectors.groupingBy(Pod::owner, Collectors.toCollection(ArrayList::new)));
  }

  private <T> List<T> records(String kind, Kind<T> reading) {
    return items(kind, reading).stream().flatMap(item -> item.record().stream()).toList();
  }

  <T> List<Item<T>> items(String kind, Kind<T> reading) {
    var decoder = new Decoder<>(reading);
    return objects.stream()
        .filter(object -> object.path("kind").asText().equals(kind))
        .map(object -> item(decoder, object))
        .toList();
  }

  private static <T> Item<T> item(Decoder<T> decoder, JsonNode object) {
    try {
      return decoder.item(new ByteArrayInputStream(JSON.writeValueAsBytes(object)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
