package dev.sluice.cluster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.Signal;
import dev.sluice.policy.Draft;
import dev.sluice.policy.Freeze;
import dev.sluice.policy.PlannedStage;
import dev.sluice.policy.Policy;
import dev.sluice.policy.Terms;
import dev.sluice.text.Texts;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlPoliciesTest {
  private static final String HEAD = "apiVersion: sluice.dev/v1\nkind: Policy\n";
  private static final String FULL =
      HEAD
          + """
          metrics:
            preset: nginx
            queries:
              errorRate:
                canary: sum(e{h="{{canary}}"})
                stable: |
                  sum(
                    e{h="{{stable}}"})
            window: 2m
          slo:
            objective: 99.95%
            window: 30d
          stages:
            - {weight: 5%, soak: 10m, notWorseThan: 3}
            - {weight: 50, soak: 1h30m}
            - {weight: 100, soak: 0s}
          gates:
            errorRate: {required: true, atMost: 0.5%}
            tests: {required: true, atLeast: 20}
            vulnerabilities: {required: true, from: high, within: 2d}
          freezes:
            once:
              - {reason: Black Friday, from: 2026-11-27T00:00, to: 2026-11-30T08:00, zone: America/New_York}
            weekly:
              - {reason: Weekend, days: [friday], from: 16:00, to: 06:00, zone: Europe/Zurich}
          rollback: {plan: https://example.com/back}
          automation: {rollback: true, promotion: false, undecided: extend}
          links:
            runbook: https://example.com/runbook
            dashboards: [{name: Overview, url: https://example.com/d/1}]
          """;

  private static final String SIGNS = "{}[]:,&*!|>'\"%@`\t\n#-?\u0000\ud83d";

  private final YamlPolicies reading = new YamlPolicies();

  @Test
  void everythingThatCanBeSaidIsRead() {
    var policy = service(FULL);
    assertThat(policy.find(Terms.PRESET)).contains("nginx");
    var pair = Objects.requireNonNull(Terms.QUERIES.get(Signal.ERROR_RATE));
    assertThat(policy.get(pair.canary())).isEqualTo("sum(e{h=\"{{canary}}\"})");
    assertThat(policy.get(pair.stable())).isEqualTo("sum(\n  e{h=\"{{stable}}\"})\n");
    assertThat(policy.get(Terms.SLO_OBJECTIVE)).isEqualTo(0.9995);
    assertThat(policy.get(Terms.STAGES))
        .containsExactly(
            new PlannedStage(5, Duration.ofMinutes(10), 3),
            new PlannedStage(50, Duration.ofMinutes(90), 2),
            new PlannedStage(100, Duration.ZERO, 2));
    assertThat(policy.get(Terms.TESTS_AT_LEAST)).isEqualTo(20);
    assertThat(policy.get(Terms.VULNERABLE_FROM)).isEqualTo("high");
    assertThat(policy.get(Terms.WEEKLY_FREEZES))
        .containsExactly(
            new Freeze.Weekly(
                "Weekend",
                List.of(DayOfWeek.FRIDAY),
                LocalTime.of(16, 0),
                LocalTime.of(6, 0),
                ZoneId.of("Europe/Zurich")));
    assertThat(policy.get(Terms.UNDECIDED)).isEqualTo("extend");
    assertThat(policy.get(Terms.LATENCY_AT_MOST)).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void everyMistakeIsToldAtOnceWithItsPlace() {
    var draft =
        document(
            """
            apiVersion: sluice.dev/v2
            kind: Policy
            gats: {}
            slo:
              objectiv: 99%
              window: soon
            gates:
              tests: {atLeast: 2.5}
            """);
    assertThat(told(draft))
        .containsExactly(
            "1:13 “sluice.dev/v1” is expected here.",
            "3:1 “gats” is not known here. Is “gates” meant?",
            "5:3 “objectiv” is not known here. Is “objective” meant?",
            "6:11 A time such as 500ms, 30m, 1h30m or 7d is expected here.",
            "8:20 A whole number from 1 to 1,000,000 is expected here.");
    assertThat(draft.usable()).isFalse();
  }

  @Test
  void whatNothingKeepsIsRefusedByName() {
    var draft =
        document(
            """
            apiVersion: sluice.dev/v1
            kind: Policy
            approvals: {needed: 2}
            slo:
              latency: {within: 300ms}
            rollback:
              required: true
              plan: https://example.com/back
            """);
    assertThat(draft.usable()).isFalse();
    assertThat(told(draft))
        .hasSize(3)
        .allMatch(words -> words.contains("Nothing keeps"))
        .anyMatch(words -> words.startsWith("3:1 ") && words.contains("“approvals”"))
        .anyMatch(words -> words.startsWith("5:3 ") && words.contains("“slo.latency”"))
        .anyMatch(words -> words.startsWith("7:3 ") && words.contains("“rollback.required”"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "slo: {objective: 101%} | A share such as 1% or 0.01",
        "slo: {objective: -1} | A share such as 1% or 0.01",
        "slo: [] | Names with their values",
        "stages: [{weight: 5, soak: 1m}] | must end with a weight of 100",
        "stages: [{weight: 9, soak: 1m}, {weight: 5, soak: 1m}, {weight: 100, soak: 0s}] | stage 2",
        "stages: [{soak: 1m}] | “weight” is missing",
        "stages: {} | A list is expected",
        "gates: {errorRate: {required: 'true'}} | true or false",
        "gates: {errorRate: {required: yes}} | true or false",
        "gates: {errorRate: {required: true, required: true}} | stands here twice",
        "links: {runbook: 'javascript:alert(1)'} | An address that begins with https",
        "freezes: {weekly: [{reason: a, days: [Friday], from: 16:00, to: 18:00, zone: UTC}]} |"
            + " “saturday” or “sunday” is expected",
        "freezes: {weekly: [{reason: a, days: [friday], from: 25:00, to: 18:00, zone: UTC}]} | time"
            + " of",
        "freezes: {weekly: [{reason: a, days: [friday], from: 16:00, to: 18:00, zone: Mars}]} |"
            + " zone",
        "'freezes: {once: [{reason: a, from: 2026-02-30T00:00, to: 2026-03-01T00:00, zone: UTC}]}'"
            + " | moment",
        "'freezes: {once: [{reason: a, from: 2026-03-02T00:00, to: 2026-03-01T00:00, zone: UTC}]}'"
            + " | ends",
        "stages: &a [*a] | deeper",
        "? [a] : b | A name is expected",
        "slo: {objective: 1%] | This is not YAML",
      })
  void aMistakeSaysWhatToDo(String body, String words) {
    assertThat(told(document(HEAD + body))).singleElement().asString().contains(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--- \n---\n", "text", "[]", "42"})
  void whatIsNoPolicyIsAMistakeAndNothingElse(String text) {
    assertThat(document(text).usable()).isFalse();
  }

  @Test
  void aSecondDocumentIsToldWhereItBegins() {
    assertThat(told(document(HEAD + "---\n" + HEAD)))
        .singleElement()
        .asString()
        .startsWith("4:1 2 YAML documents stand here, divided by “---”");
  }

  @Test
  void aTagThatTheParserTripsOverIsToldWhereItStands() {
    assertThat(told(document(HEAD + "slo: {window: !%20 30d}\n")))
        .singleElement()
        .asString()
        .isEqualTo("3:15 This is not YAML: this tag cannot be read");
  }

  @Test
  void anEscapeThatTheTextEndsInIsToldToo() {
    assertThat(told(document(HEAD + "slo: \"\\U")))
        .singleElement()
        .asString()
        .startsWith("3:1 This is not YAML: the text ends within an escape");
  }

  @Test
  void sizeDepthAndAliasesAreBounded() {
    assertThat(document(HEAD + "# " + "x".repeat(300_000)).usable()).isFalse();
    assertThat(document(HEAD + "slo: " + "[".repeat(5000)).usable()).isFalse();
    var bomb = new StringBuilder(HEAD + "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
    for (int i = 1; i < 15; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9) + "1"));
    }
    assertThat(told(document(bomb.toString()))).singleElement().asString().contains("aliases");
  }

  @Test
  void nothingIsConstructedFromATag() {
    var draft = document(HEAD + "links: {runbook: !!javax.script.ScriptEngineManager [1]}");
    assertThat(told(draft)).singleElement().asString().contains("tag is not allowed");
  }

  @Test
  void aConfigMapThatNoConsoleWouldFindIsAMistake() {
    var manifest =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: sluice-policy, labels: {app: shop}}
        data:
          checkout.yaml: |
            apiVersion: sluice.dev/v1
            kind: Policy
        """;
    var drafts = reading.file("policy.yaml", manifest);
    assertThat(drafts.stream().flatMap(draft -> told(draft).stream()))
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("1:1 ")
        .contains("“sluice.dev/policy”");
  }

  @Test
  void aConfigMapIsCheckedKeyByKeyAtThePlacesOfTheFile() {
    var manifest =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: sluice-policy, labels: {sluice.dev/policy: ""}}
        data:
          _defaults.yaml: |
            apiVersion: sluice.dev/v1
            kind: Policy
          checkout.yaml: |
            apiVersion: sluice.dev/v1
            kind: Policy
            slo:
              objektive: 99%
          README.md: not a policy
        """;
    var drafts = reading.file("policy.yaml", manifest);
    assertThat(drafts)
        .extracting(Draft::source)
        .containsExactly("policy.yaml (_defaults.yaml)", "policy.yaml (checkout.yaml)");
    assertThat(told(drafts.getFirst())).isEmpty();
    assertThat(told(drafts.getLast()))
        .containsExactly("12:7 “objektive” is not known here. Is “objective” meant?");
  }

  /// A mutated document is read or refused; whatever it is, nothing is thrown and it ends.
  @Test
  void aMutatedDocumentIsReadOrRefusedAndNothingElse() {
    var random = new Random(20261124);
    var refused =
        IntStream.range(0, 3000)
            .mapToObj(_ -> reading.document("fuzz", mutated(FULL, random)))
            .filter(draft -> !draft.usable())
            .toList();
    assertThat(refused).hasSizeGreaterThan(500).hasSizeLessThan(3000);
    assertThat(refused).allSatisfy(draft -> assertThat(told(draft)).isNotEmpty());
  }

  private static String mutated(String text, Random random) {
    var changed = new StringBuilder(text);
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      int at = random.nextInt(changed.length());
      switch (random.nextInt(4)) {
        case 0 -> changed.deleteCharAt(at);
        case 1 -> changed.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
        case 2 -> changed.setCharAt(at, (char) random.nextInt(1, 0x250));
        default -> {
          int from = random.nextInt(text.length());
          changed.insert(at, text, from, from + random.nextInt(text.length() - from));
        }
      }
      if (changed.length() > 100_000) {
        changed.setLength(100_000);
      }
    }
    return changed.toString();
  }

  private Draft document(String text) {
    return reading.document("policy.yaml", text);
  }

  private Policy service(String text) {
    var draft = document(text);
    assertThat(told(draft)).isEmpty();
    return Policy.of(List.of(), List.of(draft));
  }

  private static List<String> told(Draft draft) {
    return draft.mistakes().stream()
        .map(m -> m.place().line() + ":" + m.place().column() + " " + Texts.of(m.words()))
        .toList();
  }
}
