package dev.sluice.settings;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.files.WholeFile;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// One small file in JSON, read strictly and written at once or not at all. A file that is there
/// and cannot be read is somebody's: it is never written over.
///
/// @param <T> its shape
record JsonFile<T>(Path path, Class<T> shape) {
  private static final JsonMapper JSON = strict();

  private static JsonMapper strict() {
    var mapper =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();
    // Lists and maps have no holes.
    mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
    return mapper;
  }

  /// What it says; empty when there is none.
  Result<Optional<T>> read() {
    try {
      var value = JSON.readValue(Files.readString(path), shape);
      return value == null ? failed(Words.of("settings.json")) : Result.ok(Optional.of(value));
    } catch (NoSuchFileException _) {
      return Result.ok(Optional.empty());
    } catch (JacksonException fault) {
      return mistake(fault);
    } catch (IOException _) {
      return failed(Words.of("settings.unreadable"));
    }
  }

  /// Writes it, unless what stands there now cannot be read.
  Result<Path> write(T value) {
    return read().then(_ -> replace(value));
  }

  private Result<Optional<T>> mistake(JacksonException fault) {
    try {
      var at = place(fault);
      return Result.failed(
          new Failure.BadInput(
              path.toString(),
              Math.max(1, at.getLineNr()),
              Math.max(1, at.getColumnNr()),
              problem(fault)));
    } catch (IOException _) {
      return failed(Words.of("settings.unreadable"));
    }
  }

  private Result<Path> replace(T value) {
    try {
      return Result.ok(
          new WholeFile(path).replace(draft -> JSON.writeValue(draft.toFile(), value)));
    } catch (IOException _) {
      return failed(Words.of("settings.unwritable"));
    }
  }

  private <R> Result<R> failed(Words problem) {
    return Result.failed(new Failure.BadInput(path.toString(), 0, 0, problem));
  }

  /// A wrong value is where it begins, not where the reader was when it saw that.
  private JsonLocation place(JacksonException fault) throws IOException {
    if (fault instanceof UnrecognizedPropertyException unknown) {
      return field(unknown.getPropertyName());
    }
    return fault instanceof MismatchedInputException
            && fault.getProcessor() instanceof JsonParser parser
        ? parser.currentTokenLocation()
        : Objects.requireNonNullElse(fault.getLocation(), JsonLocation.NA);
  }

  /// Where a field of that name first stands: the reader notices it at the end of its object only.
  private JsonLocation field(String name) throws IOException {
    try (var parser = JSON.createParser(Files.readString(path))) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME && parser.currentName().equals(name)) {
          return parser.currentTokenLocation();
        }
      }
      return JsonLocation.NA;
    }
  }

  private static Words problem(JacksonException fault) {
    return switch (fault) {
      case UnrecognizedPropertyException unknown ->
          Words.of(
              "settings.unknown",
              unknown.getPropertyName(),
              unknown.getKnownPropertyIds().stream()
                  .map(String::valueOf)
                  .sorted()
                  .collect(Collectors.joining(", ")));
      case InvalidFormatException wrong when wrong.getTargetType().isEnum() ->
          Words.of(
              "settings.value",
              String.valueOf(wrong.getValue()),
              Arrays.stream(wrong.getTargetType().getEnumConstants())
                  .map(value -> value.toString().toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining(", ")));
      case MismatchedInputException _ -> Words.of("settings.type");
      default -> Words.of("settings.json");
    };
  }
}
