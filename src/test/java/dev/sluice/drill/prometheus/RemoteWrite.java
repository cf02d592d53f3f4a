package dev.sluice.drill.prometheus;

import dev.sluice.drill.prometheus.store.Labels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Writes samples with times of their own into a real Prometheus: remote write 1.0, whose message
/// is protobuf in Snappy's block format (prometheus.io/docs/specs/prw/remote_write_spec). Nothing
/// is compressed: literals alone are a Snappy block, too.
public final class RemoteWrite {
  /// What Prometheus stores where a series ends.
  private static final long STALE = 0x7ff0000000000002L;

  private static final int LITERAL = 1 << 16;

  private final ByteArrayOutputStream message = new ByteArrayOutputStream();

  /// Adds a series.
  ///
  /// @param samples by milliseconds of the epoch, ascending; `NaN` where it went stale
  public void add(Labels labels, Map<Long, Double> samples) {
    var series = new ByteArrayOutputStream();
    labels
        .all()
        .forEach((name, value) -> {
          var label = new ByteArrayOutputStream();
          field(label, 1, name.getBytes(StandardCharsets.UTF_8));
          field(label, 2, value.getBytes(StandardCharsets.UTF_8));
          field(series, 1, label.toByteArray());
        });
    samples.forEach((time, value) -> field(series, 2, sample(time, value)));
    field(message, 1, series.toByteArray());
  }

  private static byte[] sample(long time, double value) {
    var sample = new ByteArrayOutputStream();
    sample.write((1 << 3) | 1);
    long bits = Double.isNaN(value) ? STALE : Double.doubleToLongBits(value);
    sample.writeBytes(
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(bits).array());
    sample.write(2 << 3);
    varint(sample, time);
    return sample.toByteArray();
  }

  private static void field(ByteArrayOutputStream out, int number, byte[] bytes) {
    out.write((number << 3) | 2);
    varint(out, bytes.length);
    out.writeBytes(bytes);
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long left = value;
    while (left >= 0x80) {
      out.write((int) ((left & 0x7f) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }

  private byte[] block() {
    var plain = message.toByteArray();
    var block = new ByteArrayOutputStream();
    varint(block, plain.length);
    for (int at = 0; at < plain.length; at += LITERAL) {
      int length = Math.min(LITERAL, plain.length - at);
      block.write(61 << 2);
      block.write((length - 1) & 0xff);
      block.write((length - 1) >> 8);
      block.write(plain, at, length);
    }
    return block.toByteArray();
  }

  /// Writes all that was added.
  public void send(String prometheus) {
    var request =
        HttpRequest.newBuilder(URI.create(prometheus + "/api/v1/write"))
            .header("Content-Encoding", "snappy")
            .header("Content-Type", "application/x-protobuf")
            .header("X-Prometheus-Remote-Write-Version", "0.1.0")
            .POST(BodyPublishers.ofByteArray(block()))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
