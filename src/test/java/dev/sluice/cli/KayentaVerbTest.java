package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Releases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KayentaVerbTest {
  private static final String CONFIG =
      """
      {
        "name": "checkout",
        "applications": ["shop"],
        "judge": {"name": "NetflixACAJudge-v1.0", "judgeConfigurations": {}},
        "metrics": [
          {
            "name": "errors",
            "query": {"type": "prometheus", "metricName": "errors_total"},
            "groups": ["users"],
            "analysisConfigurations": {
              "canary": {
                "direction": "increase",
                "nanStrategy": "remove",
                "effectSize": {"allowedIncrease": 1.1}
              }
            },
            "scopeName": "default"
          },
          {"name": "cpu", "groups": ["system"]}
        ],
        "classifier": {
          "groupWeights": {"users": 60, "system": 40},
          "scoreThresholds": {"pass": 95, "marginal": 30}
        }
      }
      """;
  private static final String LOW = "[1, 1.01, 1.02, 1.03, \"NaN\", 1.04, 1.05, 1.06, 1.07, 1.08]";
  private static final String HIGH = "[2, 2.01, 2.02, 2.03, 2.035, 2.04, 2.05, null, 2.06, 2.07]";

  @TempDir private Path folder;
  private final Run run = Run.on(new ToyCluster(Releases.CHECKOUT));
  private String config = "";

  @BeforeEach
  void writeTheConfig() throws IOException {
    config = file("config.json", CONFIG);
  }

  @Test
  void aCanaryLikeTheBaselinePasses() throws IOException {
    assertThat(run.sluice("kayenta", config, pairs(LOW, LOW))).isEqualTo(0);
    assertThat(run.out.toString())
        .contains("errors  pass  ×1.00  users", "cpu", "Score 100 of 100: pass.");
    assertThat(run.err.toString()).contains("Kayenta’s verdict");
  }

  @Test
  void aCanaryThatIsWorseFailsItsGroup() throws IOException {
    assertThat(run.sluice("kayenta", config, pairs(LOW, HIGH))).isEqualTo(3);
    assertThat(run.out.toString())
        .contains("errors  high", "Group users: 0", "Group system: 100")
        .contains("Score 40 of 100: marginal.");
  }

  @Test
  void withoutDataItScoresNothing() throws IOException {
    assertThat(run.sluice("kayenta", config, file("pairs.json", "[]"))).isEqualTo(3);
    assertThat(run.out.toString()).contains("errors  no data", "Score 0 of 100: fail.");
  }

  @Test
  void theVerdictIsGivenAsDataToo() throws IOException {
    assertThat(run.sluice("kayenta", "-o", "json", config, pairs(LOW, HIGH))).isEqualTo(3);
    assertThat(run.out.toString())
        .contains("\"judge\" : \"kayenta\"", "\"score\" : 40.0", "\"label\" : \"high\"");
  }

  @Test
  void whatTheJudgeCannotGoByIsNamedWithItsPlace() throws IOException {
    var wrong =
        file(
            "config.json",
            """
            {"metrics": [
              {"name": "errors", "analysisConfigurations": {"canary": {
                "crtical": true,
                "direction": "up",
                "outliers": {"strategy": "remove"}}}},
              {"groups": "all"}],
             "classifier": {"groupWeights": {"a": "half"},
               "scoreThresholds": {"pass": 50, "marginal": 75}}}
            """);
    assertThat(run.sluice("kayenta", wrong, pairs(LOW, LOW))).isEqualTo(1);
    assertThat(run.err.toString().lines())
        .containsExactly(
            wrong + ", line 3, column 5: “crtical” is not known here. Is “critical” meant?",
            wrong + ", line 4, column 18: “increase”, “decrease” or “either” is expected here.",
            wrong
                + ", line 5, column 17: Outliers are not taken out here, since they may be what the"
                + " canary does wrong. Write “keep”.",
            wrong + ", line 6, column 3: “name” is missing here.",
            wrong + ", line 6, column 14: A list is expected here.",
            wrong + ", line 7, column 39: A number from 0 to 100 is expected here.",
            wrong + ", line 8, column 23: “marginal” must not be above “pass”.");
  }

  @Test
  void aFileThatIsNoJsonIsRefusedWithItsPlace() throws IOException {
    var broken = file("pairs.json", "[\n  {\"name\": ]");
    assertThat(run.sluice("kayenta", config, broken)).isEqualTo(1);
    assertThat(run.err.toString()).startsWith(broken + ", line 2, column ");
    assertThat(run.sluice("kayenta", file("empty.json", ""), broken)).isEqualTo(1);
    assertThat(run.err.toString()).contains("empty.json, line 1, column 1: There is no JSON here.");
    assertThat(run.sluice("kayenta", file("two.json", CONFIG + "{}"), pairs(LOW, LOW)))
        .isEqualTo(1);
    assertThat(run.err.toString()).contains("The JSON is over before this.");
  }

  @Test
  void pointsThatAreNoneAndAConfigThatAsksForNothingAreRefused() throws IOException {
    assertThat(run.sluice("kayenta", config, pairs("[1, true]", "5"))).isEqualTo(1);
    assertThat(run.err.toString())
        .contains(
            ", line 1, column 47: A number or “NaN” is expected here.", "A list is expected here.");
    assertThat(run.sluice("kayenta", file("none.json", "{\"metrics\": []}"), config)).isEqualTo(1);
    assertThat(run.err.toString())
        .contains("none.json, line 1, column 1: This config asks for no metric.");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThat(run.sluice("kayenta", "nowhere.json", config)).isEqualTo(1);
    assertThat(run.err.toString()).contains("nowhere.json cannot be read");
  }

  private String pairs(String control, String experiment) throws IOException {
    return file(
        "pairs.json",
        "[{\"name\": \"errors\", \"values\": {\"control\": %s, \"experiment\": %s}}, {\"name\": \"cpu\", \"values\": {\"control\": [1], \"experiment\": [1]}}]"
            .formatted(control, experiment));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
