package dev.sluice.cluster.credentials;

import dev.sluice.cluster.kubeconfig.User;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.util.Optional;

/// Reads client certificates and their keys.
final class ClientKeys {
  private ClientKeys() {}

  /// The user's, if it has them.
  static Result<Optional<ClientKey>> read(User user) {
    if (user.certificate().isEmpty() || user.key().isEmpty()) {
      return Result.ok(Optional.empty());
    }
    var certificate = Materials.name("client-certificate", user.certificate().get());
    var key = Materials.name("client-key", user.key().get());
    return Materials.text(user.certificate().get())
        .then(chain ->
            Materials.text(user.key().get())
                .then(secret -> checked(certificate, chain, key, secret)))
        .map(Optional::of);
  }

  /// Of two PEM texts that belong together.
  static ClientKey pair(String certificate, String key) throws GeneralSecurityException {
    var pair = new ClientKey(Pem.key(key), Pem.certificates(certificate));
    if (!belongs(pair.key(), pair.chain().getFirst().getPublicKey())) {
      throw new InvalidKeyException("of another certificate");
    }
    return pair;
  }

  private static Result<ClientKey> checked(
      String certificateName, String certificate, String keyName, String key) {
    try {
      return Result.ok(pair(certificate, key));
    } catch (Pem.EncryptedKeyException _) {
      return failed(keyName, Words.of("exec.key.encrypted"));
    } catch (CertificateException _) {
      return failed(certificateName, Words.of("exec.pem.certificate"));
    } catch (GeneralSecurityException _) {
      return failed(keyName, Words.of("exec.pem.key"));
    }
  }

  private static boolean belongs(PrivateKey key, PublicKey certified)
      throws GeneralSecurityException {
    var algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    var probe = new byte[] {1};
    var signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(probe);
    var signed = signature.sign();
    try {
      signature.initVerify(certified);
      signature.update(probe);
      return signature.verify(signed);
    } catch (InvalidKeyException _) {
      return false;
    }
  }

  private static <T> Result<T> failed(String source, Words problem) {
    return Result.failed(new Failure.BadInput(source, 0, 0, problem));
  }
}
