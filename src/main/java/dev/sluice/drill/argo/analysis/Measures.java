package dev.sluice.drill.argo.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;

/// Looks up the metrics of AnalysisTemplates.
public record Measures(World world, String namespace) {

  /// The metrics of all templates that are there.
  ///
  /// @param refs as a Rollout or an Experiment names them
  public ArrayNode of(Iterable<JsonNode> refs) {
    var metrics = JsonNodeFactory.instance.arrayNode();
    for (var ref : refs) {
      var resource =
          ref.path("clusterScope").asBoolean()
              ? Resource.CLUSTER_ANALYSIS_TEMPLATES
              : Resource.ANALYSIS_TEMPLATES;
      world
          .get(resource, namespace, ref.path("templateName").asText())
          .ifPresent(template -> template.at("/spec/metrics").forEach(metrics::add));
    }
    return metrics;
  }
}
