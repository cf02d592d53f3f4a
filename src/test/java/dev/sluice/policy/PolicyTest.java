package dev.sluice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.policy.YamlPolicies;
import dev.sluice.policy.form.Place;
import dev.sluice.policy.form.Written;
import dev.sluice.policy.form.Written.Field;
import dev.sluice.policy.form.Written.Fields;
import dev.sluice.policy.form.Written.Kind;
import dev.sluice.policy.form.Written.Leaf;
import dev.sluice.release.Reference;
import dev.sluice.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
  private static final Place START = new Place(1, 1);

  @Test
  void withoutADocumentTheBuiltInValuesApplyAndSaySo() {
    assertThat(Policy.BUILT_IN.get(Terms.ERROR_RATE_AT_MOST)).isEqualTo(0.01);
    assertThat(Policy.BUILT_IN.get(Terms.STAGES)).isEqualTo(PlannedStage.STANDARD);
    assertThat(Policy.BUILT_IN.find(Terms.PRESET)).isEmpty();
    assertThat(Terms.all())
        .allSatisfy(
            term -> assertThat(Policy.BUILT_IN.origin(term)).isEqualTo(new Origin.BuiltIn()));
  }

  /// What can be said and is read by nobody would be believed to hold.
  @Test
  void everyTermIsReadOutsideTheReadingOfPolicies() throws IOException {
    String users;
    try (var files = Files.walk(Path.of("src/main/java"))) {
      users =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("policy/Terms.java"))
              .map(PolicyTest::text)
              .collect(Collectors.joining());
    }
    assertThat(Terms.class.getFields())
        .isNotEmpty()
        .allSatisfy(field -> assertThat(users).contains("Terms." + field.getName()));
  }

  @Test
  void pagesBesideAReleaseAreItsRunbookItsPlanAndItsDashboards() {
    var text =
        """
        apiVersion: sluice.dev/v1
        kind: Policy
        rollback: {plan: https://example.com/back}
        links:
          runbook: https://example.com/runbook
          dashboards: [{name: Overview, url: https://example.com/d/1}]
        """;
    var policy = Policy.of(List.of(), List.of(new YamlPolicies().document("p", text)));

    assertThat(policy.references())
        .extracting(Reference::name)
        .containsExactly("runbook", "rollback plan", "Overview");
    assertThat(Policy.BUILT_IN.references()).isEmpty();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theReleaseSpeaksOverItsNamespaceTermByTerm() {
    var policy =
        Policy.of(
            List.of(document("defaults", 3, "objective", "99.5%", "window", "7d")),
            List.of(document("checkout", 5, "objective", "99.99%")));
    assertThat(policy.get(Terms.SLO_OBJECTIVE)).isEqualTo(0.9999);
    assertThat(policy.origin(Terms.SLO_OBJECTIVE)).isEqualTo(new Origin.Service("checkout", 5));
    assertThat(policy.get(Terms.SLO_WINDOW)).hasDays(7);
    assertThat(policy.origin(Terms.SLO_WINDOW)).isEqualTo(new Origin.Namespace("defaults", 3));
    assertThat(policy.origin(Terms.STAGES)).isEqualTo(new Origin.BuiltIn());
  }

  @Test
  void aDocumentWithAMistakeDoesNotApplyAndIsNamed() {
    var policy =
        Policy.of(
            List.of(document("defaults", 3, "objective", "99.5%")),
            List.of(document("checkout", 5, "objective", "much")));
    assertThat(policy.get(Terms.SLO_OBJECTIVE)).isEqualTo(0.995);
    assertThat(policy.broken()).extracting(Draft::source).containsExactly("checkout");
  }

  @Test
  void twoDocumentsForTheSameReleaseApplyBothNot() {
    var policy =
        Policy.of(
            List.of(),
            List.of(
                document("one", 3, "objective", "99.5%"), document("two", 3, "objective", "90%")));
    assertThat(policy.get(Terms.SLO_OBJECTIVE)).isEqualTo(0.999);
    assertThat(policy.mistakes().map(m -> Texts.of(m.words())))
        .hasSize(2)
        .allMatch(words -> words.contains("one, two"));
  }

  @Test
  void aChangeIsToldFromToAsItIsWritten() {
    var before = Policy.of(List.of(), List.of(document("a", 3, "objective", "99.5%")));
    var after =
        Policy.of(List.of(), List.of(document("a", 3, "objective", "0.99", "window", "7d")));
    assertThat(after.since(before))
        .containsExactly(
            new Change(Terms.SLO_OBJECTIVE, Optional.of("99.5%"), Optional.of("99%")),
            new Change(Terms.SLO_WINDOW, Optional.of("28d"), Optional.of("7d")));
    assertThat(after.since(after)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T04:59:59Z, ",
    "2026-11-27T05:00:00Z, 2026-11-30T13:00:00Z",
    "2026-11-30T12:59:59Z, 2026-11-30T13:00:00Z",
    "2026-11-30T13:00:00Z, ",
  })
  void aFreezeHoldsInItsOwnZone(Instant now, Instant end) {
    var freeze =
        new Freeze.Once(
            "Black Friday",
            LocalDateTime.of(2026, 11, 27, 0, 0),
            LocalDateTime.of(2026, 11, 30, 8, 0),
            ZoneId.of("America/New_York"));
    assertThat(freeze.until(now)).isEqualTo(Optional.ofNullable(end));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-27T14:59:00Z, ",
    "2026-03-27T15:00:00Z, 2026-03-30T14:00:00Z", // the clocks change on the Sunday between
    "2026-03-29T12:00:00Z, 2026-03-30T14:00:00Z",
    "2026-03-30T14:00:00Z, ",
  })
  void daysThatTouchAreOneFreezeOverTheChangeOfTheClocks(Instant now, Instant end) {
    var days = List.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    var four = LocalTime.of(16, 0);
    var freeze = new Freeze.Weekly("Weekend", days, four, four, ZoneId.of("Europe/Zurich"));
    assertThat(freeze.until(now)).isEqualTo(Optional.ofNullable(end));
  }

  @Test
  void aFreezeThatEndsEarlierInTheDayThanItBeginsReachesIntoTheNext() {
    var night =
        new Freeze.Weekly(
            "Night",
            List.of(DayOfWeek.SUNDAY),
            LocalTime.of(16, 0),
            LocalTime.of(6, 0),
            ZoneId.of("Europe/Zurich"));
    assertThat(night.until(Instant.parse("2026-03-29T20:00:00Z")))
        .contains(Instant.parse("2026-03-30T04:00:00Z"));
    assertThat(night.until(Instant.parse("2026-03-29T05:00:00Z"))).isEmpty();
  }

  @Test
  void aFreezeOfEveryDayEndsSomewhereAllTheSame() {
    var always =
        new Freeze.Weekly(
            "a",
            List.of(DayOfWeek.values()),
            LocalTime.MIDNIGHT,
            LocalTime.MIDNIGHT,
            ZoneId.of("UTC"));
    assertThat(always.until(Instant.parse("2026-03-29T20:00:00Z"))).isPresent();
  }

  @Test
  void aSketchExplainsEachTermAndCommentsOutWhatHasNoValue() {
    var text = new Sketch(List.of("For checkout"), Map.of(Terms.TESTS, true)).text();
    assertThat(text)
        .startsWith("# For checkout\napiVersion: sluice.dev/v1\nkind: Policy\n")
        .contains("  tests:\n    # Whether a promotion waits for test reports")
        .contains("    required: true\n")
        .contains("  # preset:\n")
        .contains("  - {weight: 1, soak: 30m, notWorseThan: 6}\n");
  }

  private static Draft document(String source, int line, String... slo) {
    var at = new Place(line, 3);
    var fields = new java.util.ArrayList<Field>();
    for (int i = 0; i < slo.length; i += 2) {
      var kind = slo[i + 1].matches("[0-9.]+") ? Kind.NUMBER : Kind.TEXT;
      fields.add(new Field(slo[i], at, new Leaf(kind, slo[i + 1], at)));
    }
    Written section = new Fields(fields, at);
    return Draft.of(
        source,
        new Fields(
            List.of(
                new Field("apiVersion", START, new Leaf(Kind.TEXT, "sluice.dev/v1", START)),
                new Field("kind", START, new Leaf(Kind.TEXT, "Policy", START)),
                new Field("slo", START, section)),
            START));
  }
}
