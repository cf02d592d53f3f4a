package dev.sluice.metrics.http;

import dev.sluice.release.Failure;
import dev.sluice.text.Words;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Response;

/// Turns what is no answer of a metrics server's into a failure.
///
/// @param where the server, for the user
record HttpFaults(String where) {
  private static final int SHOWN = 300;

  /// Nothing came, or it broke off.
  Failure of(IOException fault) {
    return switch (fault) {
      case SSLException tls -> tls(tls, String.valueOf(tls.getMessage()));
      case UnknownHostException _ -> unreachable(Words.of("metrics.http.host"));
      case ConnectException _ -> unreachable(Words.of("metrics.http.refused"));
      case InterruptedIOException _ -> unreachable(Words.of("metrics.http.timeout"));
      case ProtocolException _ -> bad(Words.of("metrics.answer.truncated"));
      default -> unreachable(Words.of("metrics.http.broken", String.valueOf(fault.getMessage())));
    };
  }

  /// An answer, but not one of Prometheus: a redirect, a login page, a proxy's refusal.
  Failure of(Response response) throws IOException {
    var type = contentType(response);
    return switch (response.code()) {
      case 300, 301, 302, 303, 307, 308 -> bad(Words.of("metrics.http.redirect", target(response)));
      case 401, 407 -> new Failure.Unauthenticated(where, Words.of("metrics.http.unauthenticated"));
      case 403 -> new Failure.Forbidden(where, text(response));
      case 404 -> new Failure.Absent(where, response.request().url().encodedPath());
      case 200 ->
          bad(html(type) ? Words.of("metrics.http.html") : Words.of("metrics.http.type", type));
      default -> new Failure.Refused(where, response.code(), text(response));
    };
  }

  private Failure tls(SSLException fault, String said) {
    if (fault instanceof SSLPeerUnverifiedException || doubted(fault)) {
      return new Failure.Untrusted(where, Words.of("metrics.tls.server", said));
    }
    return said.contains("Received fatal alert")
        ? new Failure.Unauthenticated(where, Words.of("metrics.tls.client", said))
        : unreachable(Words.of("metrics.http.broken", said));
  }

  private static boolean doubted(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause ->
            cause instanceof CertificateException || cause instanceof CertPathBuilderException);
  }

  /// Without its query, in which a login service may be handed a secret.
  private static String target(Response response) {
    var target = response.request().url().resolve(header(response, "Location"));
    return target == null ? "?" : target.scheme() + "://" + target.host() + target.encodedPath();
  }

  private static String text(Response response) throws IOException {
    if (html(contentType(response))) {
      return response.message();
    }
    var text = response.peekBody(SHOWN).string().strip();
    return text.isEmpty() ? response.message() : text;
  }

  static String contentType(Response response) {
    return header(response, "Content-Type");
  }

  private static String header(Response response, String name) {
    return Objects.requireNonNullElse(response.header(name), "");
  }

  private static boolean html(String type) {
    return type.startsWith("text/html");
  }

  private Failure unreachable(Words problem) {
    return new Failure.Unreachable(where, problem);
  }

  private Failure bad(Words problem) {
    return new Failure.BadAnswer(where, problem);
  }
}
