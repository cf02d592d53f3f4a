package dev.sluice.reports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.policy.form.Mistakes;
import dev.sluice.policy.form.Place;
import dev.sluice.policy.form.Syntax;
import dev.sluice.policy.form.Written;
import dev.sluice.policy.form.Written.Kind;
import dev.sluice.text.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;

/// JSON as it was written, each part with its place. Depth, texts and names are bounded.
public final class JsonSyntax implements Syntax {

  @Override
  public Optional<Written> read(String text, Mistakes mistakes) {
    try (var in = Json.parser(text)) {
      var first = in.nextToken();
      if (first == null) {
        mistakes.add(new Place(1, 1), Words.of("json.empty"));
        return Optional.empty();
      }
      var written = written(in, first);
      if (in.nextToken() != null) {
        mistakes.add(place(in), Words.of("json.more"));
      }
      return Optional.of(written);
    } catch (JsonProcessingException fault) {
      var at = fault.getLocation();
      mistakes.add(
          at == null ? new Place(1, 1) : new Place(at.getLineNr(), at.getColumnNr()),
          Json.broken(fault));
      return Optional.empty();
    } catch (IOException fault) {
      throw new IllegalStateException("a text in memory is always there", fault);
    }
  }

  private static Written written(JsonParser in, JsonToken token) throws IOException {
    var place = place(in);
    return switch (token) {
      case START_OBJECT -> {
        var fields = new ArrayList<Written.Field>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
          var at = place(in);
          var name = in.currentName();
          fields.add(new Written.Field(name, at, written(in, in.nextToken())));
        }
        yield new Written.Fields(fields, place);
      }
      case START_ARRAY -> {
        var items = new ArrayList<Written>();
        for (var next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
          items.add(written(in, next));
        }
        yield new Written.Items(items, place);
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Written.Leaf(Kind.NUMBER, in.getText(), place);
      case VALUE_TRUE, VALUE_FALSE -> new Written.Leaf(Kind.FLAG, in.getText(), place);
      case VALUE_NULL -> new Written.Leaf(Kind.NOTHING, "", place);
      default -> new Written.Leaf(Kind.TEXT, in.getText(), place);
    };
  }

  private static Place place(JsonParser in) {
    var at = in.currentTokenLocation();
    return new Place(at.getLineNr(), at.getColumnNr());
  }
}
