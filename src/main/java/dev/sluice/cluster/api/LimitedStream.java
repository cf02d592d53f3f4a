package dev.sluice.cluster.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Refuses to give more bytes than its limit: a list that would fill the memory fails instead.
final class LimitedStream extends FilterInputStream {
  private final long limit;
  private long seen;

  LimitedStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long bytes) throws IOException {
    seen += bytes;
    if (seen > limit) {
      throw new TooLargeException(limit);
    }
  }
}
