package dev.sluice.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.text.FileFaults;
import dev.sluice.text.Words;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// JSON read into what is wanted of it; the rest is passed over. Depth, texts and names are
/// bounded, and a name that stands twice is refused: two readers would take two meanings from it.
final class Json {

  private static final int DEPTH = 100;
  private static final int TEXT = 4_000_000;
  private static final int LINE = 200;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxStringLength(TEXT)
                          .maxNameLength(10_000)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /// Token by token, within the same bounds.
  static JsonParser parser(byte[] json) throws IOException {
    return MAPPER.createParser(json);
  }

  /// The same of a text, whose encoding nobody has to guess.
  static JsonParser parser(String json) throws IOException {
    return MAPPER.createParser(json);
  }

  /// The names at the top of that document.
  static Set<String> names(byte[] json) throws Unreadable {
    var names = new HashSet<String>();
    try (var in = parser(json)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new Unreadable(1, 1, Words.of("report.json.object"));
      }
      for (var name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        names.add(name);
        in.nextToken();
        in.skipChildren();
      }
      return names;
    } catch (IOException fault) {
      throw unreadable(fault);
    }
  }

  /// That document as a record of what is wanted of it.
  static <T> T read(byte[] json, Class<T> type) throws Unreadable {
    ObjectReader reader = MAPPER.readerFor(type);
    try {
      return reader.readValue(json);
    } catch (IOException fault) {
      throw unreadable(fault);
    }
  }

  /// Why that is no JSON.
  static Words broken(JsonProcessingException fault) {
    return fault instanceof JsonEOFException
        ? Words.of("report.json.end")
        : Words.of("report.json", first(fault.getOriginalMessage()));
  }

  private static Unreadable unreadable(IOException fault) {
    return switch (fault) {
      case JsonMappingException mapping ->
          unreadable(mapping, Words.of("report.json.type", path(mapping)));
      case JsonProcessingException syntax -> unreadable(syntax, broken(syntax));
      default -> new Unreadable(Words.of("report.json", FileFaults.words(fault)));
    };
  }

  private static Unreadable unreadable(JsonProcessingException fault, Words words) {
    var at = fault.getLocation();
    return at == null
        ? new Unreadable(words)
        : new Unreadable(at.getLineNr(), at.getColumnNr(), words);
  }

  private static String path(JsonMappingException fault) {
    var path =
        fault.getPath().stream()
            .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? first(fault.getOriginalMessage()) : path;
  }

  private static String first(String message) {
    var line = String.valueOf(message).lines().findFirst().orElse("");
    return line.length() > LINE ? line.substring(0, LINE) + "…" : line;
  }
}
