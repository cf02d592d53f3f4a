package dev.sluice.cluster.credentials;

import dev.sluice.fuzz.Fuzz;
import dev.sluice.release.Failure;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

class CredentialsFuzzTest {
  private static final String V1 = "client.authentication.k8s.io/v1";

  @Test
  void aSpoiltKeyOrCertificateIsAnErrorOfTheKindThatIsTold() throws GeneralSecurityException {
    Fuzz.on(
        pems(),
        text -> {
          var pem = new String(text, StandardCharsets.UTF_8);
          try {
            Pem.key(pem);
            Pem.certificates(pem);
          } catch (GeneralSecurityException told) {
            assert told != null;
          }
          return List.of();
        });
  }

  @Test
  void aSpoiltAnswerOfALoginProgramIsTold() {
    var corpus = new ArrayList<>(Fuzz.corpus("exec"));
    var held = new HeldCertificate.Builder().build();
    corpus.add(
        """
        {"kind":"ExecCredential","apiVersion":"%s","status":{
        "clientCertificateData":"%s","clientKeyData":"%s"}}
        """
            .formatted(V1, line(held.certificatePem()), line(held.privateKeyPkcs8Pem())));
    Fuzz.on(
        corpus,
        text -> {
          try {
            ExecAnswer.parse(new String(text, StandardCharsets.UTF_8), V1);
            return List.of();
          } catch (ExecAnswer.Unusable told) {
            return List.of(new Failure.Unauthenticated("prod", told.problem()));
          }
        });
  }

  private static String line(String pem) {
    return pem.replace("\n", "\\n");
  }

  private static List<String> pems() throws GeneralSecurityException {
    var pems = new ArrayList<String>();
    for (var algorithm : List.of("RSA", "EC", "Ed25519")) {
      var der = KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate().getEncoded();
      pems.add(PemTest.pem("PRIVATE KEY", der));
      // Within PKCS#8 stands what the older forms are alone.
      pems.add(PemTest.pem("RSA PRIVATE KEY", Arrays.copyOfRange(der, 26, der.length)));
      pems.add(PemTest.pem("EC PRIVATE KEY", Arrays.copyOfRange(der, 27, der.length)));
    }
    pems.add(new HeldCertificate.Builder().build().certificatePem());
    return pems;
  }
}
