package dev.sluice.cluster.api;

import dev.sluice.cluster.credentials.CredentialSource;
import dev.sluice.cluster.credentials.Credentials;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;

/// Makes calls in the user's name. A 401 means that nothing was carried out, so the same request is
/// sent once more when other credentials are to be had; nothing else is ever repeated.
record Caller(Wire wire, CredentialSource source, ServerClock clock, Faults faults) {

  /// Reads an answer, whatever its status.
  interface Reading<T> {
    Result<T> of(Response response) throws IOException;
  }

  private interface Way {
    Call call(Request request, Credentials credentials, Departure departure);
  }

  <T> Result<T> read(Request request, Reading<T> reading) {
    return call(request, wire::read, reading, (fault, _) -> faults.noAnswer(fault));
  }

  <T> Result<T> write(Request request, Reading<T> reading) {
    return call(
        request,
        wire::write,
        reading,
        (fault, departure) -> faults.noReceipt(fault, departure.mayHaveLeft()));
  }

  Result<Ended> watch(Request request, Duration silence, Watching handle, Reading<Ended> reading) {
    return asUser(credentials -> {
      var call = wire.watch(request, credentials, silence);
      handle.runs(call);
      try (var response = Wire.execute(call)) {
        clock.note(response);
        return reading.of(response);
      } catch (IOException fault) {
        return handle.closed()
            ? Result.ok(Ended.CLOSED)
            : Result.failed(faults.noAnswer(told(fault, credentials)));
      }
    });
  }

  private <T> Result<T> call(
      Request request,
      Way way,
      Reading<T> reading,
      BiFunction<IOException, Departure, Failure> noAnswer) {
    return asUser(credentials -> {
      var departure = new Departure(request.body() != null);
      try (var response = Wire.execute(way.call(request, credentials, departure))) {
        clock.note(response);
        return reading.of(response);
      } catch (IOException fault) {
        return Result.failed(noAnswer.apply(told(fault, credentials), departure));
      }
    });
  }

  /// The fault itself, or the refusal of the user's certificate that it hides.
  private IOException told(IOException fault, Credentials credentials) {
    return faults.mayHideRefusal(fault)
        ? wire.refusal(credentials).filter(faults::aboutIdentity).orElse(fault)
        : fault;
  }

  private <T> Result<T> asUser(Function<Credentials, Result<T>> once) {
    return source
        .current()
        .then(used -> {
          var first = once.apply(used);
          if (!unauthenticated(first)) {
            return first;
          }
          source.rejected(used);
          return source.current().then(other -> other.equals(used) ? first : once.apply(other));
        });
  }

  private static boolean unauthenticated(Result<?> result) {
    return result instanceof Result.Failed<?>(Failure.Unauthenticated _);
  }
}
