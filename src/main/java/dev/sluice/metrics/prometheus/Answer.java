package dev.sluice.metrics.prometheus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.sluice.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reads one answer of Prometheus to a query, in whatever order its fields come.
///
/// @param <E> one series of the answer
final class Answer<E> {
  private static final int SHOWN = 300;

  /// A remark on how a metric is named, ingress-nginx's for one, that says nothing of its values.
  private static final String NAMING = "metric might not be a counter";

  private final ResultReader<E> reader;
  private final List<E> series = new ArrayList<>();
  private final Set<Words> notices = new LinkedHashSet<>();
  private String status = "";
  private String errorType = "";
  private String error = "";
  private String resultType = "";
  private boolean hasResult;

  private Answer(ResultReader<E> reader) {
    this.reader = reader;
  }

  /// @param limit bytes
  static <E> Answer<E> read(InputStream in, long limit, ResultReader<E> reader) throws IOException {
    var constraints = StreamReadConstraints.builder().maxDocumentLength(limit).build();
    var factory = JsonFactory.builder().streamReadConstraints(constraints).build();
    var answer = new Answer<>(reader);
    try (var json = factory.createParser(in)) {
      json.nextToken();
      answer.document(json);
    }
    return answer;
  }

  List<E> series() {
    return series;
  }

  List<Words> notices() {
    return List.copyOf(notices);
  }

  boolean refused() {
    return status.equals("error");
  }

  String errorType() {
    return errorType;
  }

  String error() {
    return error;
  }

  private void document(JsonParser json) throws IOException {
    new SeriesReader(json).need(JsonToken.START_OBJECT);
    while (json.nextToken() != JsonToken.END_OBJECT) {
      var name = json.currentName();
      json.nextToken();
      switch (name) {
        case "status" -> status = text(json);
        case "errorType" -> errorType = text(json);
        case "error" -> error = shortened(text(json));
        case "warnings" ->
            texts(json).forEach(t -> notices.add(Words.of("metrics.notice.warning", t)));
        case "infos" ->
            texts(json).stream()
                .filter(text -> !text.contains(NAMING))
                .forEach(text -> notices.add(Words.of("metrics.notice.info", text)));
        case "data" -> data(json);
        default -> json.skipChildren();
      }
    }
    complete();
  }

  /// A refusal may carry data all the same, or none; a success must carry what was asked for.
  private void complete() throws BadShapeException {
    if (refused()) {
      return;
    } else if (!status.equals("success")) {
      throw new BadShapeException(Words.of("metrics.answer.foreign"));
    } else if (!resultType.equals(reader.type())) {
      throw new BadShapeException(Words.of("metrics.answer.kind", reader.type(), resultType));
    } else if (!hasResult) {
      throw new BadShapeException(Words.of("metrics.answer.missing", "result"));
    }
  }

  private void data(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    new SeriesReader(json).need(JsonToken.START_OBJECT);
    while (json.nextToken() != JsonToken.END_OBJECT) {
      var name = json.currentName();
      json.nextToken();
      switch (name) {
        case "resultType" -> resultType = text(json);
        case "result" -> result(json);
        default -> json.skipChildren();
      }
    }
  }

  private void result(JsonParser json) throws IOException {
    hasResult = true;
    if (!resultType.isEmpty() && !resultType.equals(reader.type())) {
      json.skipChildren();
      return;
    }
    new SeriesReader(json).need(JsonToken.START_ARRAY);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      series.add(reader.series(json));
    }
  }

  private static String text(JsonParser json) throws IOException {
    new SeriesReader(json).need(JsonToken.VALUE_STRING);
    return json.getText();
  }

  private static List<String> texts(JsonParser json) throws IOException {
    List<String> texts = new ArrayList<>();
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return texts;
    }
    new SeriesReader(json).need(JsonToken.START_ARRAY);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      texts.add(shortened(text(json)));
    }
    return texts;
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
