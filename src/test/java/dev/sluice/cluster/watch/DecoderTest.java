package dev.sluice.cluster.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.text.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecoderTest {
  private final Decoder<Everything> decoder = new Decoder<>(new Everything.Reading());

  /// A record with a field of each type.
  private record Everything(
      Meta meta,
      String word,
      int number,
      long wide,
      boolean flag,
      Optional<Instant> time,
      int size) {

    private static final class Reading implements Kind<Everything> {
      @Override
      public String group() {
        return "/apis/test/v1";
      }

      @Override
      public String plural() {
        return "everythings";
      }

      @Override
      public Set<String> kept() {
        return Set.of("kept");
      }

      @Override
      public Reader<Everything> reader() {
        return new Fields();
      }
    }

    private static final class Fields implements Kind.Reader<Everything> {
      private String word = "";
      private int number;
      private long wide;
      private boolean flag;
      private Optional<Instant> time = Optional.empty();
      private final List<Integer> sizes = new ArrayList<>();

      @Override
      public void field(String field, Cursor in) throws IOException {
        switch (field) {
          case "word" -> word = in.word();
          case "number" -> number = in.number();
          case "wide" -> wide = in.wideNumber();
          case "flag" -> flag = in.flag();
          case "time" -> time = in.time();
          case "sizes" -> in.list(_ -> in.object(inner -> size(inner, in)));
          default -> {}
        }
      }

      private void size(String field, Cursor in) throws IOException {
        if (field.equals("size")) {
          sizes.add(in.number());
        }
      }

      @Override
      public Optional<Everything> done(Meta meta) {
        return Optional.of(new Everything(meta, word, number, wide, flag, time, sizes.size()));
      }
    }
  }

  private Item<Everything> read(String json) throws IOException {
    return decoder.item(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void eachTypeIsReadAndUnknownFieldsAreSkippedHoweverDeep() throws IOException {
    var item =
        read(
            """
            {"unknown": {"a": [1, {"b": [[]]}], "word": "not this"}, "word": "w", "number": -3,
             "wide": 5000000000, "flag": true, "time": "2026-03-02T10:00:00.123456Z",
             "sizes": [{"size": 1, "x": {}}, {"size": 2}], "more": null}\
            """);
    assertThat(item.problem()).isEmpty();
    assertThat(item.record().orElseThrow())
        .usingRecursiveComparison()
        .ignoringFields("meta")
        .isEqualTo(
            new Everything(
                item.meta(),
                "w",
                -3,
                5_000_000_000L,
                true,
                Optional.of(Instant.parse("2026-03-02T10:00:00.123456Z")),
                2));
  }

  @Test
  void nullIsTheSameAsAbsent() throws IOException {
    var item =
        read(
            """
            {"word": null, "number": null, "wide": null, "flag": null, "time": null,
             "sizes": null, "metadata": null}\
            """);
    assertThat(item.problem()).isEmpty();
    assertThat(item.record().map(Everything::word)).contains("");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'word': 7} | word | text",
        "{'word': {'a': 1}} | word | text",
        "{'number': 'x'} | number | number",
        "{'number': 1.5} | number | number",
        "{'number': 3000000000} | number | number",
        "{'wide': 99999999999999999999} | wide | number",
        "{'flag': 'true'} | flag | flag",
        "{'time': 'yesterday'} | time | time",
        "{'time': 12} | time | text",
        "{'sizes': {'size': 1}} | sizes | list",
        "{'sizes': [1]} | sizes[0] | object",
        "{'sizes': [{'size': 1}, {'size': []}]} | sizes[1].size | number",
        "{'metadata': []} | metadata | object",
        "{'metadata': {'labels': {'kept': 1}}} | metadata.labels.kept | text",
        "{'metadata': {'ownerReferences': [{'controller': 1}]}} |"
            + " metadata.ownerReferences[0].controller | flag",
      })
  void aValueOfAnotherTypeIsNamedByItsPathAndTheRestIsStillRead(
      String json, String place, String expected) throws IOException {
    var item = read("{\"metadata\": {\"name\": \"x\"}," + json.replace('\'', '"').substring(1));
    assertThat(item.record()).isEmpty();
    assertThat(item.meta().name()).isEqualTo("x");
    assertThat(item.problem())
        .contains(Words.of("answer.field", place, Words.of("answer.json." + expected)));
  }

  @Test
  void thePathIsToldFromTheObjectAlsoWithinAListAndAWatch() throws IOException {
    var problem = Words.of("answer.field", "number", Words.of("answer.json.number"));
    var page =
        decoder.page(
            stream(
                """
                {"metadata": {"resourceVersion": "9", "continue": "next"},
                 "items": [{"number": 1}, {"number": "two"}, {"number": 3}]}\
                """));
    assertThat(page.resourceVersion()).isEqualTo("9");
    assertThat(page.token()).isEqualTo("next");
    assertThat(page.items())
        .extracting(Item::problem)
        .containsExactly(Optional.empty(), Optional.of(problem), Optional.empty());
    var news = decoder.news(bytes("{\"type\": \"ADDED\", \"object\": {\"number\": \"two\"}}"));
    assertThat(((News.Put<Everything>) news).item().problem()).contains(problem);
  }

  @Test
  void metadataKeepsOnlyWhatTheKindKeepsAndTheControllingOwner() throws IOException {
    var meta =
        read("""
        {"metadata": {"name": "n", "namespace": "ns", "uid": "u", "resourceVersion": "7",
         "generation": 4, "labels": {"kept": "yes", "other": "no"},
         "annotations": {"other": "no"}, "deletionTimestamp": "2026-03-02T10:00:00Z",
         "ownerReferences": [{"uid": "o1"}, {"uid": "o2", "controller": true}]}}\
        """)
            .meta();
    assertThat(meta.labels()).isEqualTo(Map.of("kept", "yes"));
    assertThat(meta.annotations()).isEmpty();
    assertThat(meta.owner()).isEqualTo("o2");
    assertThat(meta.leaving()).isTrue();
    assertThat(meta.place()).isEqualTo("ns/n");
    assertThat(meta.generation()).isEqualTo(4);
  }

  @Test
  @SuppressWarnings("ReferenceEquality") // Whether it is the same instance is what is asked.
  void wordsThatComeAgainAreOneInstance() throws IOException {
    var first = read("{\"word\": \"again\"}").record().orElseThrow().word();
    var second = read("{\"word\": \"again\"}").record().orElseThrow().word();
    assertThat(first == second).isTrue();
  }

  @Test
  void wordsAreForgottenRatherThanKeptWithoutEnd() throws IOException {
    for (int i = 0; i < 6_000; i++) {
      assertThat(read("{\"word\": \"w" + i + "\"}").record().map(Everything::word))
          .contains("w" + i);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"ADDED|Put", "MODIFIED|Put", "DELETED|Gone", "BOOKMARK|Bookmark", "WHAT|Nonsense"})
  void entriesOfAWatchAreToldApart(String type, String kind) throws IOException {
    var news = decoder.news(bytes("{\"type\": \"" + type + "\", \"object\": {\"metadata\": {}}}"));
    assertThat(news.getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void anErrorKeepsItsCodeAndMessage() throws IOException {
    var news =
        decoder.news(
            bytes(
                """
                {"type": "ERROR", "object": {"kind": "Status", "code": 410, "message": "old"}}\
                """));
    assertThat(news).isEqualTo(new News.Ended<Everything>(410, "old"));
  }

  @Test
  void brokenJsonIsThrown() {
    assertThatThrownBy(() -> read("{\"number\": 1")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> decoder.news(bytes("<html>"))).isInstanceOf(IOException.class);
  }

  @Test
  void somethingElseThanAListHasNoResourceVersion() throws IOException {
    assertThat(decoder.page(stream("[]")).resourceVersion()).isEmpty();
  }

  private static ByteArrayInputStream stream(String json) {
    return new ByteArrayInputStream(bytes(json));
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
