package dev.sluice.drill.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sluice.testbed.TestBed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/// The real API server keeps the contract that the drill's is held to. The controller is stopped
/// meanwhile, so that nobody else writes.
@Tag("cluster")
class RealApiIT extends ApiContract {
  private static final TestBed BED = TestBed.shared();

  @BeforeAll
  static void alone() {
    BED.component("argo-rollouts", "pause");
    BED.kubectl("create", "namespace", PLACE);
  }

  @AfterAll
  static void together() {
    BED.kubectl("delete", "namespace", PLACE, "--wait=false");
    BED.component("argo-rollouts", "resume");
  }

  @Override
  Caller as(String user) {
    return caller(config(user).at("/users/0/user/token").asText());
  }

  @Override
  Caller with(String token) {
    return caller(token);
  }

  private static Caller caller(String token) {
    return new Caller(trusting(config("admin")), URI.create(BED.apiServer()), token);
  }

  private static JsonNode config(String user) {
    try {
      return new YAMLMapper().readTree(Files.readString(BED.kubeconfig(user)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpClient trusting(JsonNode config) {
    try {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry(
          "bed",
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(authority(config))));
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      var tls = SSLContext.getInstance("TLS");
      tls.init(null, trust.getTrustManagers(), null);
      return HttpClient.newBuilder().sslContext(tls).build();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] authority(JsonNode config) throws IOException {
    var cluster = config.at("/clusters/0/cluster");
    return cluster.has("certificate-authority-data")
        ? Base64.getDecoder().decode(cluster.path("certificate-authority-data").asText())
        : Files.readAllBytes(Path.of(cluster.path("certificate-authority").asText()));
  }
}
