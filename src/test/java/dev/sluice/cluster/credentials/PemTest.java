package dev.sluice.cluster.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {
  static String pem(String label, byte[] der) {
    var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
  }

  private static PrivateKey generated(String algorithm) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance(algorithm);
    if (algorithm.equals("EC")) {
      generator.initialize(new ECGenParameterSpec("secp256r1"));
    }
    return generator.generateKeyPair().getPrivate();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519"})
  void pkcs8_keys_of_each_kind_are_read(String algorithm) throws GeneralSecurityException {
    var key = generated(algorithm);

    assertThat(Pem.key(pem("PRIVATE KEY", key.getEncoded())).getEncoded())
        .isEqualTo(key.getEncoded());
  }

  @Test
  void a_pkcs1_key_is_the_same_rsa_key() throws GeneralSecurityException {
    var key = (RSAPrivateCrtKey) generated("RSA");
    // In PKCS#8 the PKCS#1 key stands behind 26 bytes of envelope for this length.
    var pkcs8 = key.getEncoded();
    var pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);

    var read = (RSAPrivateCrtKey) Pem.key(pem("RSA PRIVATE KEY", pkcs1));

    assertThat(read.getModulus()).isEqualTo(key.getModulus());
    assertThat(read.getPrivateExponent()).isEqualTo(key.getPrivateExponent());
  }

  @Test
  void a_sec1_key_is_the_same_ec_key_even_behind_its_parameters() throws GeneralSecurityException {
    var key = (ECPrivateKey) generated("EC");
    var secret = "%064x".formatted(key.getS());
    var curve = "06082a8648ce3d030107"; // prime256v1
    var sec1 = HexFormat.of().parseHex("30310201010420" + secret + "a00a" + curve);
    var parameters = pem("EC PARAMETERS", HexFormat.of().parseHex(curve));

    var read = (ECPrivateKey) Pem.key(parameters + pem("EC PRIVATE KEY", sec1));

    assertThat(read.getS()).isEqualTo(key.getS());
    assertThat(read.getParams().getOrder()).isEqualTo(key.getParams().getOrder());
  }

  @Test
  void an_encrypted_key_is_refused_as_such() {
    assertThatThrownBy(() -> Pem.key(pem("ENCRYPTED PRIVATE KEY", new byte[9])))
        .isInstanceOf(Pem.EncryptedKeyException.class);
    var legacy =
        pem("RSA PRIVATE KEY", new byte[9])
            .replace("Y-----\n", "Y-----\nProc-Type: 4,ENCRYPTED\n\n");
    assertThatThrownBy(() -> Pem.key(legacy)).isInstanceOf(Pem.EncryptedKeyException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"})
  void what_is_no_key_is_refused(String label) {
    var text = label.isEmpty() ? "" : pem(label, new byte[] {0x30, 0x03, 2, 1, 1});

    assertThatThrownBy(() -> Pem.key(text)).isInstanceOf(InvalidKeyException.class);
  }

  @Test
  void a_text_without_a_certificate_is_refused() {
    assertThatThrownBy(() -> Pem.certificates("hello")).isInstanceOf(CertificateException.class);
    assertThatThrownBy(() -> Pem.certificates(pem("CERTIFICATE", new byte[9])))
        .isInstanceOf(CertificateException.class);
  }

  @Test
  void keys_of_larger_curves_are_read_too() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    var key = (ECPrivateKey) generator.generateKeyPair().getPrivate();

    assertThat(((ECPrivateKey) Pem.key(pem("PRIVATE KEY", key.getEncoded()))).getS())
        .isEqualTo(key.getS());
  }
}
