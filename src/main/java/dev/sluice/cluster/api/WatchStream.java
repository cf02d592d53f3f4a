package dev.sluice.cluster.api;

import dev.sluice.release.Result;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Protocol;
import okhttp3.Response;
import okio.BufferedSource;

/// Hands over the lines of a watch until it is over.
///
/// @param handle tells an end asked for from one that was not
record WatchStream(Faults faults, Watching handle, EventSink sink) {
  /// One object in etcd is limited to 1.5 MB; JSON of it can be larger.
  private static final long LINE = 16L * 1024 * 1024;

  private static final int QUIET_SECONDS = 120;

  Result<Ended> read(Response response) {
    var source = response.body().source();
    if (response.protocol() == Protocol.HTTP_2) {
      // Pings find a dead connection; a living watch may be quiet until its next bookmark.
      source.timeout().timeout(QUIET_SECONDS, TimeUnit.SECONDS);
    }
    return lines(source);
  }

  private Result<Ended> lines(BufferedSource source) {
    while (true) {
      byte[] line;
      try {
        if (source.exhausted()) {
          return Result.ok(handle.closed() ? Ended.CLOSED : Ended.BY_SERVER);
        }
        long length = source.indexOf((byte) '\n', 0, LINE);
        if (length < 0) {
          return unterminated(source);
        }
        line = source.readByteArray(length);
        source.skip(1);
      } catch (IOException fault) {
        return Result.ok(ended(fault));
      }
      try {
        if (line.length > 0) {
          sink.event(line);
        }
      } catch (IOException fault) {
        return Result.failed(faults.badBody(fault));
      }
    }
  }

  private Result<Ended> unterminated(BufferedSource source) throws IOException {
    return source.request(LINE)
        ? Result.failed(faults.badBody(new TooLargeException(LINE)))
        : Result.ok(Ended.CUT);
  }

  private Ended ended(IOException fault) {
    if (handle.closed()) {
      return Ended.CLOSED;
    }
    return fault instanceof InterruptedIOException ? Ended.SILENT : Ended.CUT;
  }
}
