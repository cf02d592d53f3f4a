package dev.sluice.cluster.api;

import dev.sluice.act.Receipt;
import dev.sluice.release.Permissions;
import dev.sluice.release.Result;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// One context's API server. Every method blocks its thread until there is an answer, and none
/// throws: what goes wrong is a [Failure] in the context's name. Safe for use by many threads.
public final class ApiClient implements AutoCloseable {
  /// What a list may have at most: 256 MB.
  public static final long LIST_LIMIT = 256L * 1024 * 1024;

  private static final String JSON = "application/json";

  private final String context;
  private final Wire wire;
  private final ServerClock clock = new ServerClock();
  private final Faults faults;
  private final Answers answers;
  private final Refusals refusals;

  ApiClient(String context, Wire wire) {
    this.context = context;
    this.wire = wire;
    this.faults = new Faults(context);
    this.answers = new Answers(context);
    this.refusals = new Refusals(context);
  }

  /// A client without credentials for a server on this machine: `kubectl proxy`, the drill.
  ///
  /// @param server an absolute address with the server's own path, if it has one
  public static ApiClient local(String context, URI server) {
    var address = HttpUrl.get(server);
    if (address == null) {
      throw new IllegalArgumentException("no HTTP address: " + server);
    }
    return new ApiClient(context, new Wire(address, new OkHttpClient.Builder()));
  }

  /// The kubeconfig context it is for.
  public String context() {
    return context;
  }

  /// The server's clock minus this machine's, as of the last answer and within about a second; zero
  /// before the first.
  public Duration clockOffset() {
    return clock.offset();
  }

  /// Reads JSON of at most [#LIST_LIMIT].
  ///
  /// @param pathAndQuery absolute, percent-encoded
  public <T> Result<T> get(String pathAndQuery, Body<T> body) {
    return get(pathAndQuery, LIST_LIMIT, body);
  }

  /// Reads JSON of at most `limit` bytes (decompressed).
  public <T> Result<T> get(String pathAndQuery, long limit, Body<T> body) {
    var request = wire.request(pathAndQuery).header("Accept", JSON).build();
    return read(request, response -> answers.json(response, limit, body));
  }

  /// Reads plain text, such as a container's log, of at most `limit` bytes.
  public Result<String> text(String pathAndQuery, long limit) {
    var request = wire.request(pathAndQuery).header("Accept", "text/plain, */*").build();
    return read(request, response -> answers.stream(response, limit, Answers::text));
  }

  /// Posts JSON that changes no release (an Event, a review), once.
  public <T> Result<T> post(String path, String json, Body<T> body) {
    var request = wire.request(path).post(bytes(json, JSON)).header("Accept", JSON).build();
    return read(request, response -> answers.json(response, LIST_LIMIT, body));
  }

  /// Sends a write, once. [Failure.Moved]: a precondition did not hold. [Failure.Unreachable]: it
  /// surely never left. [Failure.Unknown]: it may have been carried out.
  public Result<Receipt> write(dev.sluice.act.Request write) {
    var request =
        wire.request(write.path())
            .method(
                write.method(),
                write.body().isEmpty() ? null : bytes(write.body(), write.contentType()))
            .header("Accept", JSON)
            .build();
    var departure = new Departure(request.body() != null);
    try (var response = wire.call(request, departure).execute()) {
      clock.note(response);
      return response.isSuccessful()
          ? answers.receipt(response, LIST_LIMIT)
          : Result.failed(refusals.ofWrite(response));
    } catch (IOException fault) {
      return Result.failed(faults.noReceipt(fault, departure.mayHaveLeft()));
    }
  }

  /// Runs a watch on the calling thread until it is over, handing each document to `sink`. A
  /// failure means that it never began, or that `sink` could not read a document; a 410 comes as
  /// [Failure.Refused] or as an ERROR event.
  ///
  /// @param silence how long nothing may come on HTTP/1.1. On HTTP/2 pings find a dead connection
  ///   within 8 s, and a living watch may be quiet for two minutes, twice the time between
  ///   bookmarks
  /// @param handle ends it from another thread
  public Result<Ended> watch(
      String pathAndQuery, Duration silence, Watching handle, EventSink sink) {
    var request = wire.request(pathAndQuery).header("Accept", JSON).build();
    var call = wire.longCall(request, new Departure(false), silence);
    handle.runs(call);
    try (var response = call.execute()) {
      clock.note(response);
      return response.isSuccessful()
          ? new WatchStream(faults, handle, sink).read(response)
          : Result.failed(refusals.of(response));
    } catch (IOException fault) {
      return handle.closed() ? Result.ok(Ended.CLOSED) : Result.failed(faults.noAnswer(fault));
    }
  }

  /// What the user may write in a namespace, asked of the API server.
  public Result<Permissions> permissions(String namespace) {
    return new AccessReviews(this).permissions(namespace);
  }

  /// Ends every call and watch under way and closes the connections.
  @Override
  public void close() {
    wire.close();
  }

  private <T> Result<T> read(Request request, Function<Response, Result<T>> reading) {
    try (var response = wire.call(request, new Departure(request.body() != null)).execute()) {
      clock.note(response);
      return response.isSuccessful()
          ? reading.apply(response)
          : Result.failed(refusals.of(response));
    } catch (IOException fault) {
      return Result.failed(faults.noAnswer(fault));
    }
  }

  /// From bytes, since OkHttp appends a charset to the type of a text.
  private static RequestBody bytes(String text, String contentType) {
    return RequestBody.create(text.getBytes(StandardCharsets.UTF_8), MediaType.parse(contentType));
  }
}
