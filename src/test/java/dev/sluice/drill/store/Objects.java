package dev.sluice.drill.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Objects for tests, as JSON with single quotes.
public final class Objects {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Objects() {}

  public static ObjectNode object(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ObjectNode rollout(String name) {
    return object(
        """
        {'metadata':{'namespace':'shop','name':'%s'},
         'spec':{'replicas':5,'template':{'spec':{'containers':[{'name':'web','image':'web:1'}]}}}}
        """
            .formatted(name));
  }

  public static ObjectNode namespace(String name) {
    return object("{'metadata':{'name':'%s'}}".formatted(name));
  }

  public static String version(JsonNode object) {
    return object.at("/metadata/resourceVersion").asText();
  }

  public static ObjectNode owned(ObjectNode object, String uid) {
    object
        .withObject("/metadata")
        .putArray("ownerReferences")
        .addObject()
        .put("uid", uid)
        .put("controller", true);
    return object;
  }
}
