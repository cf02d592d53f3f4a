package dev.sluice.drill.traces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.act.Request;
import java.util.List;
import java.util.Map;

/// A situation as it was played on the real controller.
///
/// @param argo the controller's version
/// @param objects what was created
record Trace(String name, String argo, JsonNode objects, List<Step> steps) {
  static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /// What was done and what came of it.
  ///
  /// @param seconds for how long nothing was done before
  /// @param atOnce whether the next deed came after a second
  /// @param request what was sent; null for nothing
  /// @param settled how it stood in the end; null when that was not awaited
  /// @param film the values of each field on the way
  /// @param events the reasons of Events so far, and how many of each
  record Step(
      String verb,
      int seconds,
      boolean atOnce,
      Request request,
      ObjectNode settled,
      ObjectNode film,
      Map<String, Integer> events) {}
}
