package dev.sluice.metrics;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The metrics file as it is written: scalars are kept with their places.
record MetricsShape(Map<String, Context> contexts) {

  MetricsShape(@Nullable Map<String, Context> contexts) {
    this.contexts = new LinkedHashMap<>(Objects.requireNonNullElse(contexts, Map.of()));
  }

  record Context(
      @Nullable Scalar url,
      @Nullable Scalar service,
      @Nullable Login auth,
      @Nullable Certificates tls,
      @Nullable Scalar preset,
      @Nullable Queries queries,
      @Nullable Scalar scrapeInterval,
      @Nullable Scalar window,
      @Nullable Bounds limits) {}

  record Login(@Nullable Scalar tokenFile, @Nullable Scalar user, @Nullable Scalar passwordFile) {}

  record Certificates(@Nullable Scalar authority, @Nullable Scalar identity) {}

  record Queries(
      @Nullable Both errorRate,
      @Nullable Both p99,
      @Nullable Both requests,
      @Nullable Both saturation) {}

  record Both(@Nullable Scalar canary, @Nullable Scalar stable) {}

  record Bounds(
      @Nullable Scalar errorRate,
      @Nullable Scalar p99,
      @Nullable Scalar saturation,
      @Nullable Scalar freshness) {}

  /// One value and where it stands, both from 1.
  @JsonDeserialize(using = ScalarReader.class)
  record Scalar(String text, int line, int column) {}

  /// Keeps the place of a value.
  static final class ScalarReader extends StdDeserializer<Scalar> {
    private static final long serialVersionUID = 1;

    ScalarReader() {
      super(Scalar.class);
    }

    @Override
    public Scalar deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.currentToken().isScalarValue()) {
        return context.reportInputMismatch(Scalar.class, "a value is expected");
      }
      var at = parser.currentTokenLocation();
      return new Scalar(parser.getText(), at.getLineNr(), at.getColumnNr());
    }
  }

  static <T> Optional<T> given(@Nullable T value) {
    return Optional.ofNullable(value);
  }
}
