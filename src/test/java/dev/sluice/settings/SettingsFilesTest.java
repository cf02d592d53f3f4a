package dev.sluice.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Failure;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.state.Bounds;
import dev.sluice.state.Environment;
import dev.sluice.state.Lapse;
import dev.sluice.state.Lapse.Cause;
import dev.sluice.state.Look;
import dev.sluice.state.Score;
import dev.sluice.state.Settings;
import dev.sluice.state.Times;
import dev.sluice.state.Whereabouts;
import dev.sluice.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFilesTest {
  private static final Settings CHOSEN =
      new Settings(
          Look.LIGHT,
          150,
          new Times(true, false),
          List.of("prod-eu", "staging"),
          List.of("shop"),
          false,
          Map.of("lab", Environment.PRODUCTION));

  @TempDir private Path folder;

  private static final ReleaseRef CART = new ReleaseRef("prod-eu", "shop", "cart");

  @Test
  void withoutAFileEverythingIsAsUsual() {
    assertThat(files().settings()).isEqualTo(Result.ok(Settings.DEFAULT));
    assertThat(files().whereabouts()).isEqualTo(Result.ok(Whereabouts.NOWHERE));
  }

  @Test
  void whatWasChosenIsThereAtTheNextStart() {
    files().keep(CHOSEN).onFailure(SettingsFilesTest::fail);
    assertThat(files().settings()).isEqualTo(Result.ok(CHOSEN));
  }

  @Test
  void whereTheUserLeftOffIsThereAtTheNextStart() {
    var left =
        new Whereabouts(
            Optional.of(new Bounds(10, 20, 1200, 800, true)),
            "BOARD",
            Optional.of(new ReleaseRef("prod-eu", "shop", "checkout")),
            "SOAK descending",
            "phase:paused",
            List.of(
                new Lapse(
                    CART,
                    true,
                    false,
                    new Cause.Closed(Instant.parse("2026-01-02T12:00:00Z")),
                    false),
                new Lapse(CART, false, true, new Cause.Another(), false),
                new Lapse(CART, false, true, new Cause.Ended(), false)));
    files().keep(left).onFailure(SettingsFilesTest::fail);
    assertThat(files().whereabouts()).isEqualTo(Result.ok(left));
  }

  @Test
  void theBestSoFarIsThereAtTheNextStart() {
    assertThat(files().scores().orElse(_ -> Map.of("x", new Score(Duration.ZERO, 0)))).isEmpty();
    var scores = Map.of("leak", new Score(Duration.ofMillis(9_450), 412));
    files().keep(scores);
    assertThat(files().scores().orElse(_ -> Map.of())).isEqualTo(scores);
  }

  @Test
  void aFileThatNamesOneThingLeavesTheRestAsUsual() throws IOException {
    write("{\"theme\": \"light\"}");
    assertThat(files().settings()).isEqualTo(Result.ok(Settings.DEFAULT.with(Look.LIGHT)));
  }

  @Test
  void aSizeNobodyCanReadIsBroughtIntoItsBounds() throws IOException {
    write("{\"text-percent\": 900}");
    assertThat(files().settings().map(Settings::textPercent)).isEqualTo(Result.ok(200));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\\n  \"theme\": dark\\n}                   | 2 | this is no JSON",
        "{\\n  \"theme\": \"blue\"\\n}               | 2 | “blue” is none of dark, light, system",
        "{\\n\\n  \"text-percent\": \"large\"\\n}    | 3 | wrong type",
        "{\\n  \"colour\": 1\\n}                     | 2 | there is no “colour” here",
        "{\"theme\": \"dark\"}\\n{}                  | 2 | wrong type",
        "{\\n  \"contexts\": \"prod\"\\n}            | 2 | wrong type",
        "``                                          | 1 | wrong type"
      })
  void aMistakeIsToldWithItsPlaceAndWhatToDo(String text, int line, String words)
      throws IOException {
    write(text.replace("\\n", "\n"));
    var why = failure(files().settings());
    assertThat(why).isInstanceOf(Failure.BadInput.class);
    var bad = (Failure.BadInput) why;
    assertThat(bad.line()).isEqualTo(line);
    assertThat(bad.column()).isPositive();
    assertThat(Texts.of(bad.words())).contains("settings.json").contains(words);
  }

  @Test
  void aFileThatCannotBeReadIsNeverWrittenOver() throws IOException {
    write("{ my precious");
    assertThat(files().keep(CHOSEN)).isInstanceOf(Result.Failed.class);
    assertThat(Files.readString(file())).isEqualTo("{ my precious");
  }

  @Test
  void nothingIsLeftBesideTheFile() throws IOException {
    files().keep(CHOSEN).onFailure(SettingsFilesTest::fail);
    files().keep(Settings.DEFAULT).onFailure(SettingsFilesTest::fail);
    try (var all = Files.list(folder)) {
      assertThat(all).containsExactly(file());
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsToldAndNothingBreaks() throws IOException {
    var blocked = folder.resolve("file");
    Files.writeString(blocked, "");
    var why = failure(new SettingsFiles(blocked.resolve("sluice")).keep(CHOSEN));
    assertThat(Texts.of(why.words())).contains("settings.json");
  }

  private SettingsFiles files() {
    return new SettingsFiles(folder);
  }

  private Path file() {
    return folder.resolve("settings.json");
  }

  private void write(String text) throws IOException {
    Files.writeString(file(), text);
  }

  private static Failure failure(Result<?> result) {
    assertThat(result).isInstanceOf(Result.Failed.class);
    return ((Result.Failed<?>) result).failure();
  }

  private static void fail(Failure why) {
    throw new AssertionError(Texts.of(why.words()));
  }
}
