package dev.sluice.cluster.api;

import dev.sluice.act.Receipt;
import dev.sluice.cluster.credentials.CredentialSource;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.cluster.kubeconfig.Cluster;
import dev.sluice.cluster.kubeconfig.Context;
import dev.sluice.cluster.kubeconfig.User;
import dev.sluice.release.Failure;
import dev.sluice.release.Permissions;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/// One context's API server. Every method blocks its thread until there is an answer, and none
/// throws: what goes wrong is a [Failure] in the context's name. Safe for use by many threads.
public final class ApiClient implements AutoCloseable {
  /// What a list may have at most: 256 MB.
  public static final long LIST_LIMIT = 256L * 1024 * 1024;

  private static final String JSON = "application/json";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Context context;
  private final Wire wire;
  private final ServerClock clock = new ServerClock();
  private final Faults faults;
  private final Answers answers;
  private final Refusals refusals;
  private final Caller caller;

  ApiClient(Context context, Wire wire, CredentialSource source) {
    this.context = context;
    this.wire = wire;
    this.faults =
        new Faults(
            context.name(), address(context.cluster().server()), context.cluster().insecure());
    this.answers = new Answers(context.name(), faults);
    this.refusals = new Refusals(context.name());
    this.caller = new Caller(wire, source, clock, faults);
  }

  /// Makes ready for a context: reads certificates and keys, connects to nothing and runs nothing
  /// yet.
  public static Result<ApiClient> open(Context context, Surroundings surroundings) {
    return open(context, surroundings, PATIENCE);
  }

  /// The same for answers that may pause for `patience` at most.
  static Result<ApiClient> open(Context context, Surroundings surroundings, Duration patience) {
    return new Opening(context, surroundings, patience).open();
  }

  /// A client without credentials for a server on this machine: `kubectl proxy`, the drill.
  ///
  /// @param server an absolute address with the server's own path, if it has one
  public static ApiClient local(String context, URI server) {
    var cluster =
        new Cluster(
            context, server, Optional.empty(), false, Optional.empty(), Optional.empty(), true);
    var local = new Context(context, cluster, User.anonymous(), Optional.empty());
    return open(local, Surroundings.ofProcess(_ -> false))
        .orElse(failure -> {
          throw new IllegalArgumentException(failure.words().key());
        });
  }

  /// The kubeconfig context it is for.
  public String context() {
    return context.name();
  }

  /// That it does not answer in time.
  public Failure silence() {
    return faults.unreachable(Words.of("api.timeout"));
  }

  private static String address(URI server) {
    return server.getPort() < 0 ? server.getHost() : server.getHost() + ":" + server.getPort();
  }

  /// Why nothing may be written through it, if so; [#write] then refuses.
  public Optional<Words> readOnly() {
    return context.readOnly();
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
    return caller.read(request, success(response -> answers.json(response, limit, body)));
  }

  /// Reads plain text, such as a container's log, of at most `limit` bytes.
  public Result<String> text(String pathAndQuery, long limit) {
    var request = wire.request(pathAndQuery).header("Accept", "text/plain, */*").build();
    return caller.read(
        request, success(response -> answers.stream(response, limit, Answers::text)));
  }

  /// Posts JSON that changes no release (an Event, a review), once.
  public <T> Result<T> post(String path, String json, Body<T> body) {
    var request = wire.request(path).post(bytes(json, JSON)).header("Accept", JSON).build();
    return caller.read(request, success(response -> answers.json(response, LIST_LIMIT, body)));
  }

  /// Sends a write, once. [Failure.Moved]: a precondition did not hold. [Failure.Unreachable]: it
  /// surely never left. [Failure.Unknown]: it may have been carried out.
  public Result<Receipt> write(dev.sluice.act.Request write) {
    if (readOnly().isPresent()) {
      return Result.failed(new Failure.BadInput(context(), 0, 0, readOnly().get()));
    }
    var request =
        wire.request(write.path())
            .method(
                write.method(),
                write.body().isEmpty() ? null : bytes(write.body(), write.contentType()))
            .header("Accept", JSON)
            .build();
    return caller.write(
        request,
        response ->
            response.isSuccessful()
                ? answers.receipt(response, LIST_LIMIT)
                : Result.failed(refusals.ofWrite(response)));
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
    var stream = new WatchStream(faults, handle, sink);
    return caller.watch(
        request,
        silence,
        handle,
        success(response -> {
          sink.opened();
          return stream.read(response);
        }));
  }

  /// What the user may write in a namespace, asked of the API server.
  public Result<Permissions> permissions(String namespace) {
    return new AccessReviews(this).permissions(namespace);
  }

  /// Who the API server takes us for; the kubeconfig's user where it does not say.
  public Result<String> whoAmI() {
    return new AccessReviews(this).whoAmI(context.user().name());
  }

  /// Ends every call and watch under way and closes the connections.
  @Override
  public void close() {
    wire.close();
  }

  private <T> Caller.Reading<T> success(Caller.Reading<T> reading) {
    return response ->
        response.isSuccessful() ? reading.of(response) : Result.failed(refusals.of(response));
  }

  /// From bytes, since OkHttp appends a charset to the type of a text.
  private static RequestBody bytes(String text, String contentType) {
    return RequestBody.create(text.getBytes(StandardCharsets.UTF_8), MediaType.parse(contentType));
  }
}
