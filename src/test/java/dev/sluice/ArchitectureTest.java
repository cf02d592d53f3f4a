package dev.sluice;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sluice");

  private static final List<String> CORE =
      List.of("text", "release", "judge", "act", "gate", "policy", "conduct", "guard", "state");
  private static final List<String> ADAPTERS =
      List.of(
          "cluster",
          "metrics",
          "ledger",
          "flags",
          "forge",
          "registry",
          "reports",
          "export",
          "settings");
  private static final List<String> JACKSON_USERS =
      Stream.concat(ADAPTERS.stream(), Stream.of("drill")).toList();

  @ParameterizedTest(name = "{0} depends on {1}")
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "text | ''",
        "release | text",
        "judge | release text",
        "act | release text",
        "gate | judge release text",
        "policy | gate judge release text",
        "conduct | policy gate judge release text",
        "guard | conduct policy gate judge act release text",
        "state | guard conduct policy gate judge act release text",
        "files | text",
        "cluster | files guard conduct policy gate judge act release text",
        "metrics | files guard conduct policy gate judge act release text",
        "ledger | guard conduct policy gate judge act release text",
        "flags | guard conduct policy gate judge act release text",
        "forge | guard conduct policy gate judge act release text",
        "registry | guard conduct policy gate judge act release text",
        "reports | guard conduct policy gate judge act release text",
        "drill | guard conduct policy gate judge act release text",
        "ui | state guard conduct policy gate judge act release text",
        "export | cli state guard conduct policy gate judge act release text",
        "settings | files state guard conduct policy gate judge act release text",
        "cli | state guard conduct policy gate judge act release text",
      })
  void aPackageDependsOnlyOnThoseBelowIt(String name, String below) {
    String[] allowed =
        Stream.concat(Stream.of(name), Arrays.stream(below.split(" ")))
            .filter(part -> !part.isEmpty())
            .map(ArchitectureTest::pattern)
            .toArray(String[]::new);
    check(
        noClasses()
            .that()
            .resideInAPackage(pattern(name))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("dev.sluice..").and(not(resideInAnyPackage(allowed)))));
  }

  @Test
  void theCoreNeedsNothingButTheJdkAndDoesNoInputOrOutput() {
    check(
        classes()
            .that()
            .resideInAnyPackage(patterns(CORE))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations", "dev.sluice.."));
    check(
        noClasses()
            .that()
            .resideInAnyPackage(patterns(CORE))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "java.nio.file..", "java.nio.channels..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(File|.*Stream|.*Reader|.*Writer)"));
  }

  @Test
  void theDrillNeedsNothingButTheJdkJacksonAndTheCore() {
    check(
        classes()
            .that()
            .resideInAPackage("dev.sluice.drill..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "com.sun.net.httpserver",
                "com.fasterxml.jackson..",
                "org.jspecify.annotations",
                "dev.sluice.."));
    onlyIn(List.of("drill"), "com.sun.net.httpserver");
  }

  @Test
  void theCoreHasNoClockButTheOneItIsHanded() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(patterns(CORE))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone"));
  }

  @Test
  void noPackageIsInACycle() {
    slices()
        .matching("dev.sluice.(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(MAIN);
  }

  @Test
  void oneClassAtMostBridgesToTheFxThread() {
    Set<String> bridges =
        MAIN.stream()
            .filter(ArchitectureTest::callsRunLater)
            .map(c -> c.getName().replaceFirst("\\$.*", ""))
            .collect(Collectors.toSet());
    assertThat(bridges).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void librariesStayInTheirPackages() {
    onlyIn(List.of("ui.chart"), "io.fair_acc..");
    onlyIn(ADAPTERS, "okhttp3..");
    onlyIn(JACKSON_USERS, "com.fasterxml.jackson..");
    onlyIn(List.of("cli", "app"), "picocli..");
    onlyIn(List.of("ui", "app"), "javafx..");
    onlyIn(List.of("ui"), "org.controlsfx..");
  }

  @Test
  void namesSayWhatAThingIs() {
    check(noClasses().should().haveSimpleNameEndingWith("Manager"));
    check(noClasses().should().haveSimpleNameEndingWith("Helper"));
    check(noClasses().should().haveSimpleNameEndingWith("Util"));
    check(noClasses().should().haveSimpleNameEndingWith("Utils"));
    check(noClasses().should().haveSimpleNameEndingWith("Impl"));
  }

  @Test
  void onlyTheCommandLinePrintsAndOnlyTheStartTouchesJavaUtilLogging() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
        .allowEmptyShould(true)
        .check(MAIN.that(not(resideInAnyPackage("dev.sluice.cli..", "dev.sluice.app.."))));
    onlyIn(List.of("app"), "java.util.logging..");
  }

  @Test
  void nothingIsInjectedIntoFields() {
    check(NO_CLASSES_SHOULD_USE_FIELD_INJECTION);
  }

  private static boolean callsRunLater(JavaClass c) {
    return c.getAccessesFromSelf().stream()
        .anyMatch(access ->
            access.getTargetOwner().isEquivalentTo(Platform.class)
                && access.getName().equals("runLater"));
  }

  private static void onlyIn(List<String> homes, String library) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(patterns(homes))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(MAIN);
  }

  private static String[] patterns(List<String> names) {
    return names.stream().map(ArchitectureTest::pattern).toArray(String[]::new);
  }

  private static String pattern(String name) {
    return "dev.sluice." + name + "..";
  }
}
