package dev.sluice.cluster.credentials;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads PEM texts (RFC 7468): certificates, and private keys as PKCS#8, PKCS#1 (RSA) or SEC 1
/// (EC).
public final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");

  private Pem() {}

  /// A key that needs a passphrase, for which there is nobody to ask.
  static final class EncryptedKeyException extends InvalidKeyException {
    private static final long serialVersionUID = 1L;
  }

  /// Every certificate in it; at least one.
  public static List<X509Certificate> certificates(String text) throws CertificateException {
    var factory = CertificateFactory.getInstance("X.509");
    var found = new ArrayList<X509Certificate>();
    for (var block : blocks(text)) {
      if (block.group(1).equals("CERTIFICATE")) {
        var stream = new ByteArrayInputStream(bytes(block));
        found.add((X509Certificate) factory.generateCertificate(stream));
      }
    }
    if (found.isEmpty()) {
      throw new CertificateException("no certificate");
    }
    return found;
  }

  static PrivateKey key(String text) throws GeneralSecurityException {
    if (text.contains("Proc-Type: 4,ENCRYPTED")) {
      throw new EncryptedKeyException();
    }
    for (var block : blocks(text)) {
      switch (block.group(1)) {
        case "PRIVATE KEY" -> {
          return pkcs8(bytes(block));
        }
        case "RSA PRIVATE KEY" -> {
          return pkcs8(Der.pkcs8OfRsa(bytes(block)));
        }
        case "EC PRIVATE KEY" -> {
          return pkcs8(Der.pkcs8OfEc(bytes(block)));
        }
        case "ENCRYPTED PRIVATE KEY" -> throw new EncryptedKeyException();
        default -> {
          // Certificates and EC PARAMETERS may stand beside the key.
        }
      }
    }
    throw new InvalidKeyException("no private key");
  }

  private static List<MatchResult> blocks(String text) {
    return BLOCK.matcher(text).results().toList();
  }

  /// What is no Base64 is read as nothing, which is neither a key nor a certificate.
  private static byte[] bytes(MatchResult block) {
    try {
      return Base64.getMimeDecoder().decode(block.group(2).getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }

  private static PrivateKey pkcs8(byte[] der) throws GeneralSecurityException {
    for (var algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      } catch (InvalidKeySpecException _) {
        // Of another algorithm.
      }
    }
    throw new InvalidKeyException("no RSA, EC or Ed25519 key");
  }
}
