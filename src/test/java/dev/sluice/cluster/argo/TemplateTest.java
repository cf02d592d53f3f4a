package dev.sluice.cluster.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void leavesThePodHashBehind() throws JsonProcessingException {
    var template =
        of(
            "{}",
            "{'labels':{'app':'shop','rollouts-pod-template-hash':'a'}}",
            "{'containers':[{'name':'main'}]}");

    assertThat(template)
        .isEqualTo(
            json("{'metadata':{'labels':{'app':'shop'}},'spec':{'containers':[{'name':'main'}]}}"));
  }

  @Test
  void leavesBehindWhatTheControllerPutIntoTheMetadata() throws JsonProcessingException {
    var injected =
        "{\\'labels\\':{\\'role\\':\\'stable\\'},\\'annotations\\':{\\'team\\':\\'x\\'}}";
    var template =
        of(
            "{'rollout.argoproj.io/ephemeral-metadata':'" + injected + "'}",
            "{'labels':{'app':'shop','role':'stable'},'annotations':{'team':'x'}}",
            "{}");

    assertThat(template.get("metadata")).isEqualTo(json("{'labels':{'app':'shop'}}"));
  }

  @Test
  void leavesTheRuleBetweenRevisionsBehindAndKeepsThePersonsOwn() throws JsonProcessingException {
    var rules =
        "{'affinity':{'podAntiAffinity':{'requiredDuringSchedulingIgnoredDuringExecution':["
            + rule("rollouts-pod-template-hash")
            + ","
            + rule("app")
            + "]}}}";

    assertThat(of("{}", "{}", rules).at("/spec/affinity/podAntiAffinity"))
        .isEqualTo(
            json("{'requiredDuringSchedulingIgnoredDuringExecution':[" + rule("app") + "]}"));
  }

  @Test
  void leavesNoEmptyAffinityBehind() throws JsonProcessingException {
    var rules =
        "{'affinity':{'podAntiAffinity':{'preferredDuringSchedulingIgnoredDuringExecution':["
            + "{'weight':1,'podAffinityTerm':"
            + rule("rollouts-pod-template-hash")
            + "}]}},'nodeName':'n'}";

    assertThat(of("{}", "{}", rules).get("spec")).isEqualTo(json("{'nodeName':'n'}"));
  }

  private static String rule(String key) {
    return "{'labelSelector':{'matchExpressions':[{'key':'" + key + "','operator':'In'}]}}";
  }

  private static JsonNode of(String annotations, String metadata, String spec)
      throws JsonProcessingException {
    return Template.of(
        json(
            "{'metadata':{'annotations':"
                + annotations
                + "},'spec':{'template':{'metadata':"
                + metadata
                + ",'spec':"
                + spec
                + "}}}"));
  }

  /// JSON written with single quotes; escaped ones become escaped double quotes.
  private static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text.replace('\'', '"'));
  }
}
