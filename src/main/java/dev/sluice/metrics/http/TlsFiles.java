package dev.sluice.metrics.http;

import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/// Certificates of the user's own for TLS, as PEM files.
///
/// @param authority whom to trust instead of the platform's authorities
/// @param identity a client certificate and its key (PKCS #8) one after the other in one file
public record TlsFiles(Optional<Path> authority, Optional<Path> identity) {

  /// The platform's authorities and no client certificate.
  public static final TlsFiles PLATFORM = new TlsFiles(Optional.empty(), Optional.empty());

  Result<HandshakeCertificates> load() {
    Result<HandshakeCertificates.Builder> start = Result.ok(new HandshakeCertificates.Builder());
    return start.then(this::withTrust).then(this::withIdentity).map(b -> b.build());
  }

  private Result<HandshakeCertificates.Builder> withTrust(HandshakeCertificates.Builder builder) {
    if (authority.isEmpty()) {
      return Result.ok(builder.addPlatformTrustedCertificates());
    }
    return authorities(authority.get())
        .map(found -> {
          found.forEach(builder::addTrustedCertificate);
          return builder;
        });
  }

  private static Result<List<X509Certificate>> authorities(Path file) {
    try (var in = Files.newInputStream(file)) {
      Collection<?> read = CertificateFactory.getInstance("X.509").generateCertificates(in);
      var found = read.stream().map(X509Certificate.class::cast).toList();
      return found.isEmpty() ? bad(file, Words.of("metrics.tls.certificate")) : Result.ok(found);
    } catch (IOException _) {
      return bad(file, Words.of("metrics.tls.unreadable"));
    } catch (CertificateException _) {
      return bad(file, Words.of("metrics.tls.certificate"));
    }
  }

  private Result<HandshakeCertificates.Builder> withIdentity(
      HandshakeCertificates.Builder builder) {
    if (identity.isEmpty()) {
      return Result.ok(builder);
    }
    var file = identity.get();
    try {
      return Result.ok(builder.heldCertificate(HeldCertificate.decode(Files.readString(file))));
    } catch (IOException _) {
      return bad(file, Words.of("metrics.tls.unreadable"));
    } catch (IllegalArgumentException _) {
      // Its message may quote the key.
      return bad(file, Words.of("metrics.tls.identity"));
    }
  }

  private static <T> Result<T> bad(Path file, Words problem) {
    return Result.failed(new Failure.BadInput(file.toString(), 0, 0, problem));
  }
}
