package dev.sluice.metrics.prometheus;

import dev.sluice.metrics.http.Transport;
import dev.sluice.release.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Gives one answer to everything.
record CannedTransport(int status, String answer) implements Transport {
  @Override
  public String where() {
    return "canned";
  }

  @Override
  public <T> Result<T> ask(String path, List<Parameter> parameters, Body<T> body) {
    try {
      return body.read(status, new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
