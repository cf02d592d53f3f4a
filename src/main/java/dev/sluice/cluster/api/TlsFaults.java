package dev.sluice.cluster.api;

import dev.sluice.release.Failure;
import dev.sluice.text.Words;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// Says which side's proof of identity failed, and why.
///
/// @param where the context, for the user
/// @param insecure whether the kubeconfig asks to skip this
record TlsFaults(String where, boolean insecure) {
  // As OkHttp words it.
  private static final Pattern ASKED = Pattern.compile("Hostname (\\S+) not verified");
  private static final Pattern NAMES = Pattern.compile("subjectAltNames: \\[(.*)]");

  /// Empty when the fault says nothing about identity: a connection that broke in the handshake.
  Optional<Failure> of(SSLException fault) {
    if (fault instanceof SSLPeerUnverifiedException) {
      return untrusted(another(String.valueOf(fault.getMessage())));
    }
    var said = String.valueOf(fault.getMessage());
    if (said.contains("fatal alert") && (said.contains("cert") || said.contains("unknown_ca"))) {
      return Optional.of(new Failure.Unauthenticated(where, Words.of("api.tls.client", said)));
    }
    return Stream.iterate((Throwable) fault, cause -> cause != null, Throwable::getCause)
        .flatMap(cause -> words(cause).stream())
        .reduce((_, deeper) -> deeper)
        .flatMap(this::untrusted);
  }

  private static Words another(String said) {
    var asked = ASKED.matcher(said);
    var names = NAMES.matcher(said);
    String name = asked.find() ? asked.group(1) : "";
    return names.find() && !names.group(1).isBlank()
        ? Words.of("api.tls.host", name, names.group(1))
        : Words.of("api.tls.host.none", name);
  }

  private static Optional<Words> words(Throwable cause) {
    var said = String.valueOf(cause.getMessage());
    return switch (cause) {
      case CertificateExpiredException _ -> Optional.of(Words.of("api.tls.expired", said));
      case CertificateNotYetValidException _ -> Optional.of(Words.of("api.tls.early", said));
      case CertPathBuilderException _ -> Optional.of(Words.of("api.tls.authority"));
      case CertPathValidatorException _ -> Optional.of(Words.of("api.tls.path", said));
      case CertificateException _ -> Optional.of(Words.of("api.tls.path", said));
      default -> Optional.empty();
    };
  }

  private Optional<Failure> untrusted(Words problem) {
    return Optional.of(
        new Failure.Untrusted(where, insecure ? Words.of("api.tls.insecure", problem) : problem));
  }
}
