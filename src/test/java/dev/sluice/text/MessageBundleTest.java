package dev.sluice.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.text.TextCalls.Call;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MessageBundleTest {
  private static final Path BUNDLE = Path.of("assets/messages/messages.properties");

  private final Properties bundle = read();
  private final List<Call> calls = TextCalls.under(Path.of("src/main/java")).calls();

  @Test
  void everyKeyUsedInTheCodeStandsInTheBundle() {
    assertThat(used()).allMatch(this::stands, "stands in the bundle");
  }

  @Test
  void everyKeyOfTheBundleIsUsedInTheCode() {
    Set<String> used = used();
    assertThat(new TreeSet<>(bundle.stringPropertyNames()))
        .allMatch(
            key -> used.stream().anyMatch(use -> use.equals(key) || isPrefix(use, key)),
            "used in the code");
  }

  @Test
  void everyLookUpHandsInAsManyArgumentsAsItsTextTakes() {
    assertThat(calls)
        .allSatisfy(call ->
            assertThat(call.keys())
                .filteredOn(bundle::containsKey)
                .allSatisfy(
                    key -> assertThat(taken(key)).as("%s", call).isEqualTo(call.arguments())));
  }

  @Test
  void noTextHasAStraightApostropheWhichWouldQuote() {
    assertThat(bundle.values()).noneMatch(text -> text.toString().contains("'"));
  }

  @Test
  void noKeyStandsTwice() throws IOException {
    List<String> keys =
        Files.readAllLines(BUNDLE).stream()
            .filter(line -> line.matches("[a-z][^=]*=.*"))
            .map(line -> line.substring(0, line.indexOf('=')).strip())
            .toList();
    assertThat(keys).doesNotHaveDuplicates().hasSameSizeAs(bundle.keySet());
  }

  @Test
  void theScannerSeesChosenKeysNestedCallsAndCommasInStrings() {
    String source =
        """
        Texts.of(on ? "a.on" : "a.off");
        Texts.of("b", "x, (y", Words.of("c." + d), f(1, 2));
        """;
    assertThat(TextCalls.in("T.java", source).calls())
        .containsExactly(
            new Call("T.java:1", List.of("a.on", "a.off"), 0),
            new Call("T.java:2", List.of("b"), 3),
            new Call("T.java:2", List.of("c."), 0));
  }

  private Set<String> used() {
    Set<String> keys = new TreeSet<>();
    calls.forEach(call -> keys.addAll(call.keys()));
    return keys;
  }

  private boolean stands(String use) {
    return bundle.stringPropertyNames().stream()
        .anyMatch(key -> use.equals(key) || isPrefix(use, key));
  }

  private static boolean isPrefix(String use, String key) {
    return use.endsWith(".") && key.startsWith(use);
  }

  private int taken(String key) {
    return new MessageFormat(bundle.getProperty(key)).getFormatsByArgumentIndex().length;
  }

  private static Properties read() {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(BUNDLE)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return properties;
  }
}
