package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.policy.YamlPolicies;
import dev.sluice.release.Releases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyVerbsTest {
  private static final String HEAD = "apiVersion: sluice.dev/v1\nkind: Policy\n";

  @TempDir Path folder;
  private final Run run = Run.on(new ToyCluster(Releases.CHECKOUT));

  @Test
  void aPolicyInOrderIsSaidToBe() throws IOException {
    assertThat(run.sluice("policy", "check", file(HEAD))).isEqualTo(0);
    assertThat(run.err.toString()).contains("policy.yaml: in order.");
    assertThat(run.out.toString()).isEmpty();
  }

  @Test
  void ofSeveralDocumentsInOneFileEachIsSaidToBeOne() throws IOException {
    assertThat(run.sluice("policy", "check", file(HEAD + "---\n" + HEAD))).isEqualTo(0);
    assertThat(run.err.toString().lines())
        .satisfiesExactly(
            all -> assertThat(all).endsWith("holds 2 YAML documents; each is a policy of its own."),
            first -> assertThat(first).endsWith(", document 1: in order."),
            second -> assertThat(second).endsWith(", document 2: in order."));
  }

  @Test
  void eachMistakeIsALineThatEditorsCanJumpTo() throws IOException {
    var file = file(HEAD + "sloo: {}\nstages: 5\n");
    assertThat(run.sluice("policy", "check", file)).isEqualTo(1);
    assertThat(run.err.toString().lines())
        .containsExactly(
            file + ", line 3, column 1: “sloo” is not known here. Is “slo” meant?",
            file + ", line 4, column 9: A list is expected here.");
  }

  @Test
  void mistakesAreGivenAsDataToo() throws IOException {
    assertThat(run.sluice("policy", "check", "-o", "json", file(HEAD + "a: 1\n"))).isEqualTo(1);
    assertThat(run.out.toString()).contains("\"line\" : 3").contains("\"column\" : 1");
  }

  @Test
  void aPolicyIsReadFromTheStandardInput() {
    var before = System.in;
    System.setIn(new ByteArrayInputStream(HEAD.getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(run.sluice("policy", "check", "-")).isEqualTo(0);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThat(run.sluice("policy", "check", "nowhere.yaml")).isEqualTo(1);
    assertThat(run.err.toString()).contains("nowhere.yaml cannot be read");
  }

  @Test
  void withoutACommandItSaysWhichThereAre() {
    assertThat(run.sluice("policy")).isEqualTo(2);
    assertThat(run.err.toString()).contains("check, show, init");
  }

  @Test
  void aPolicyToBeginWithHasTheReleasesStagesAndIsInOrder() {
    assertThat(run.sluice("policy", "init", "checkout")).isEqualTo(0);
    var text = run.out.toString();
    assertThat(text)
        .contains("answers 100/s")
        .contains("# Whether a promotion waits for test reports of this very build.")
        .contains("  - {weight: 100, soak: 0s");
    assertThat(new YamlPolicies().document("init", text).mistakes()).isEmpty();
  }

  @Test
  void theSchemaIsPrinted() {
    assertThat(run.sluice("policy", "schema")).isEqualTo(0);
    assertThat(run.out.toString()).contains("https://json-schema.org/draft/2020-12/schema");
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("policy.yaml"), text).toString();
  }
}
