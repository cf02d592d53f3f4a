package dev.sluice.cluster.api;

import dev.sluice.release.Failure;
import dev.sluice.text.Words;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// Says which side's proof of identity failed, and why.
///
/// @param where the context, for the user
/// @param insecure whether the kubeconfig asks to skip this
record TlsFaults(String where, boolean insecure) {

  /// Empty when the fault says nothing about identity: a connection that broke in the handshake.
  Optional<Failure> of(SSLException fault) {
    if (fault instanceof SSLPeerUnverifiedException) {
      var names = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
      return untrusted(Words.of("api.tls.host", names));
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
