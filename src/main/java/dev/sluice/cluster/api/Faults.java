package dev.sluice.cluster.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.sluice.release.Failure;
import dev.sluice.text.Words;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Turns what the network and the decoder throw into failures with one clear sentence.
///
/// @param where the context, for the user
/// @param server its API server's host and port
/// @param insecure whether the kubeconfig asks to skip the check of the server's identity
record Faults(String where, String server, boolean insecure) {

  /// No answer came to a read.
  Failure noAnswer(IOException fault) {
    return identity(fault).orElseGet(() -> unreachable(network(fault)));
  }

  /// Nobody is there.
  Failure unreachable(Words why) {
    return new Failure.Unreachable(where, Optional.of(server), why);
  }

  /// No answer came to a write.
  Failure noReceipt(IOException fault, boolean mayHaveLeft) {
    return mayHaveLeft
        ? identity(fault).orElseGet(() -> new Failure.Unknown(where, network(fault)))
        : noAnswer(fault);
  }

  /// The answer's body could not be read.
  Failure badBody(IOException fault) {
    return new Failure.BadAnswer(where, body(fault));
  }

  /// Whether the other end may have refused the user's certificate, and the connection broke before
  /// that was read: in TLS 1.3 the client sends before it is heard whether its certificate will do.
  boolean mayHideRefusal(IOException fault) {
    return switch (fault) {
      case UnknownHostException _, ConnectException _, InterruptedIOException _ -> false;
      default -> !aboutIdentity(fault);
    };
  }

  /// Whether one side did not accept the other's proof of who it is.
  boolean aboutIdentity(IOException fault) {
    return identity(fault).isPresent();
  }

  /// A request that could not be sent carries what was read afterwards as a suppressed fault.
  private Optional<Failure> identity(IOException fault) {
    var tls = new TlsFaults(where, insecure);
    return Stream.concat(Stream.of(fault), Stream.of(fault.getSuppressed()))
        .filter(SSLException.class::isInstance)
        .flatMap(met -> tls.of((SSLException) met).stream())
        .findFirst();
  }

  private static Words body(IOException fault) {
    return switch (fault) {
      case TooLargeException large -> Words.of("api.large", large.limit() / (1024 * 1024));
      case JsonEOFException _, EOFException _, ProtocolException _ -> Words.of("api.truncated");
      // A parser's message quotes what it met, which may be anybody's secret; a binder's names
      // fields.
      case BrokenJsonException json -> Words.of("api.json.at", json.line(), json.column(), "");
      case JsonParseException json -> json(json, "");
      case JacksonException json -> json(json, json.getOriginalMessage());
      case InterruptedIOException _ -> Words.of("api.timeout");
      case SocketException _ -> Words.of("api.truncated");
      default -> Words.of("api.json", said(fault));
    };
  }

  private static Words network(IOException fault) {
    return switch (fault) {
      case UnknownHostException host -> Words.of("api.nohost", said(host));
      case ConnectException refused -> Words.of("api.refused", said(refused).replace(" /", " "));
      case InterruptedIOException _ -> Words.of("api.timeout");
      default -> Words.of("api.broken", said(fault));
    };
  }

  private static Words json(JacksonException json, String said) {
    var location = json.getLocation();
    return location == null
        ? Words.of("api.json", said)
        : Words.of("api.json.at", location.getLineNr(), location.getColumnNr(), said);
  }

  private static String said(IOException fault) {
    var message = fault.getMessage();
    return message == null ? fault.getClass().getSimpleName() : message;
  }
}
