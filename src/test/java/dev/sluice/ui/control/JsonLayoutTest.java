package dev.sluice.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLayoutTest {
  @Test
  void eachMemberStandsOnALineOfItsOwn() {
    assertThat(JsonLayout.of("{\"status\":{\"abort\":true,\"x\":[]}}"))
        .isEqualTo(
            """
            {
              "status": {
                "abort": true,
                "x": []
              }
            }\
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"op\":\"test\",\"path\":\"/a,b:c{\",\"value\":\"say \\\"hi\\\" [x]\"}]",
        "{ \"a\" : [ 1 , 2.5e3 , null ] , \"b\" : { } }",
        "\"only text\"",
        "[]"
      })
  void nothingButWhiteSpaceChanges(String json) throws JsonProcessingException {
    var mapper = new ObjectMapper();
    assertThat(mapper.readTree(JsonLayout.of(json))).isEqualTo(mapper.readTree(json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "]]}", "\"never ends", "not json at all"})
  void whatIsNoJsonIsNoError(String text) {
    assertThat(JsonLayout.of(text)).isNotNull();
  }
}
