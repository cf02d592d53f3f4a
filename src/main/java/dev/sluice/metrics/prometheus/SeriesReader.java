package dev.sluice.metrics.prometheus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.text.Words;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads what series of both kinds of answer are made of: labels, times, values.
///
/// @param json stands on the first token of what is to be read
record SeriesReader(JsonParser json) {

  Map<String, String> labels() throws IOException {
    need(JsonToken.START_OBJECT);
    Map<String, String> labels = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      var name = json.currentName();
      json.nextToken();
      need(JsonToken.VALUE_STRING);
      labels.put(name, json.getText());
    }
    return labels;
  }

  /// Opens `[time, "value"]` and reads the time, milliseconds of the epoch.
  long time() throws IOException {
    need(JsonToken.START_ARRAY);
    if (!json.nextToken().isNumeric()) {
      throw wrong();
    }
    return Math.round(json.getDoubleValue() * 1000);
  }

  /// Reads the value and closes the pair.
  double value() throws IOException {
    json.nextToken();
    need(JsonToken.VALUE_STRING);
    var text = json.getText();
    double value =
        switch (text) {
          case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
          case "-Inf" -> Double.NEGATIVE_INFINITY;
          default -> parsed(text);
        };
    json.nextToken();
    need(JsonToken.END_ARRAY);
    return value;
  }

  private double parsed(String text) throws BadShapeException {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException _) {
      throw wrong();
    }
  }

  void need(JsonToken token) throws IOException {
    if (json.currentToken() != token) {
      throw wrong();
    }
  }

  /// Something of another type stands where the parser is.
  BadShapeException wrong() {
    var at = json.currentTokenLocation();
    return new BadShapeException(
        Words.of("metrics.answer.wrong", at.getLineNr(), at.getColumnNr()));
  }
}
