package dev.sluice.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.Renderer.Form;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentsTest {

  private final LinkedHashMap<String, @Nullable Object> tree = new LinkedHashMap<>();

  @BeforeEach
  void fill() {
    tree.put("name", "checkout");
    tree.put("step", null);
    tree.put("weights", List.of(1, 10));
    tree.put("hash", "0123");
    tree.put("word", "no");
    tree.put("message", "two: lines\nof text");
  }

  @Test
  void writesJsonForPeople() {
    assertThat(new Documents().render(tree, Form.JSON))
        .startsWith("{\n  \"name\" : \"checkout\",\n  \"step\" : null,")
        .endsWith("}\n");
  }

  @Test
  void writesADocumentOnALine() {
    assertThat(new Documents().render(tree, Form.JSON_LINE))
        .startsWith("{\"name\":\"checkout\",\"step\":null,\"weights\":[1,10],")
        .endsWith("\"two: lines\\nof text\"}\n");
  }

  @Test
  void writesYamlThatKeepsTextsTexts() {
    assertThat(new Documents().render(tree, Form.YAML))
        .startsWith("---\nname: checkout\nstep: null\nweights:\n")
        .contains("hash: \"0123\"\n")
        .contains("word: \"no\"\n");
  }
}
